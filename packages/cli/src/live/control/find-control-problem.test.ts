import { expect, test } from "vitest";
import { type ControlRequest, findControlProblem } from "./find-control-problem.js";

const JSON_TYPE = { "content-type": "application/json" };

test.each<{ readonly name: string; readonly method?: string; readonly headers?: ControlRequest["headers"]; readonly problem: RegExp | null }>([
  { name: "curl", headers: {}, problem: null },
  { name: "curl by name", headers: { host: "localhost:4580" }, problem: null },
  { name: "its own page", headers: { origin: "http://127.0.0.1:4580", "sec-fetch-site": "same-origin" }, problem: null },
  { name: "somebody who types the address", headers: { "sec-fetch-site": "none" }, problem: null },
  { name: "another name that leads here", headers: { host: "evil.example:4580" }, problem: /Host is "evil.example:4580"/ },
  { name: "another port", headers: { host: "127.0.0.1:1" }, problem: /Host/ },
  { name: "no host", headers: { host: undefined }, problem: /Host is ""/ },
  { name: "a page of another origin", headers: { origin: "https://evil.example" }, problem: /another origin/ },
  { name: "a page without an origin", headers: { origin: "null" }, problem: /another origin/ },
  { name: "an image of another site", headers: { "sec-fetch-site": "cross-site" }, problem: /another origin/ },
  { name: "a page at another port", headers: { "sec-fetch-site": "same-site" }, problem: /another origin/ },
  { name: "a change as JSON", method: "POST", headers: { ...JSON_TYPE }, problem: null },
  { name: "a change as JSON, with its charset", method: "POST", headers: { "content-type": "application/json; charset=utf-8" }, problem: null },
  { name: "a form", method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, problem: /application\/json/ },
  { name: "a change of no type", method: "POST", headers: {}, problem: /application\/json/ },
])("$name: $problem", ({ method = "GET", headers = {}, problem }) => {
  const found = findControlProblem({ method, headers: { host: "127.0.0.1:4580", ...headers } }, 4580);
  if (problem === null) expect(found).toBeNull();
  else expect(found).toMatch(problem);
});
