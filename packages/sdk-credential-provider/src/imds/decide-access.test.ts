import { bodyText } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { type AccessRequest, decideAccess } from "./decide-access.js";
import { plainText, type RefusalStatus, refusalPage } from "./metadata-answer.js";

const ASKS_FOR_TOKEN: AccessRequest = { method: "PUT", isTokenRequest: true, isForwarded: false, ttlSeconds: "60", token: "none", hops: 1 };

test.each([
  { ttlSeconds: "1", act: "allow" },
  { ttlSeconds: "21600", act: "allow" },
  { ttlSeconds: "0", act: "refuse" },
  { ttlSeconds: "21601", act: "refuse" },
  { ttlSeconds: "1.5", act: "refuse" },
  { ttlSeconds: "6e1", act: "refuse" },
  { ttlSeconds: "60s", act: "refuse" },
  { ttlSeconds: "x60", act: "refuse" },
  { ttlSeconds: "", act: "refuse" },
  { ttlSeconds: undefined, act: "refuse" },
])("a life of $ttlSeconds seconds: $act", ({ ttlSeconds, act }) => {
  expect(decideAccess({ ...ASKS_FOR_TOKEN, ttlSeconds }, {}).act).toBe(act);
});

test.each([
  { name: "two hops, which is the default's end", hops: 2, options: {}, act: "allow" },
  { name: "three", hops: 3, options: {}, act: "lost" },
  { name: "one of one", hops: 1, options: { hopLimit: 1 }, act: "allow" },
])("$name: $act", ({ hops, options, act }) => {
  expect(decideAccess({ ...ASKS_FOR_TOKEN, hops }, options).act).toBe(act);
});

test("a proxy that forwards is refused before anything else about a token request is looked at", () => {
  expect(decideAccess({ ...ASKS_FOR_TOKEN, isForwarded: true, ttlSeconds: undefined, hops: 64 }, {})).toMatchObject({ act: "refuse", status: 403 });
});

test.each<{ readonly status: RefusalStatus; readonly title: string }>([
  { status: 400, title: "400 - Bad Request" },
  { status: 401, title: "401 - Unauthorized" },
  { status: 403, title: "403 - Forbidden" },
  { status: 404, title: "404 - Not Found" },
  { status: 405, title: "405 - Not Allowed" },
])("$status is a page with its title", ({ status, title }) => {
  const page = refusalPage(status);
  expect([page.status, bodyText(page).match(/(?<=<(title|h1)>)[^<]+/g)]).toEqual([status, [title, title]]);
});

test("a value is plain text", () => {
  expect(plainText("x")).toEqual({ status: 200, headers: { "content-type": "text/plain", server: "EC2ws" }, body: "x" });
});
