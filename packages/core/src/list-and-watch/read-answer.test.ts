import { expect, test } from "vitest";
import { readList, readWatch } from "./read-answer.js";

const object = { metadata: { name: "a", resourceVersion: "7" } };
const answer = (status: number, ...lines: readonly object[]) => ({ status, headers: {}, body: lines.map((line) => `${JSON.stringify(line)}\n`).join("") });

test.each([
  { name: "events", response: answer(200, { type: "ADDED", object }), read: { kind: "told", told: [{ type: "ADDED", object }], version: "7" } },
  { name: "nothing", response: answer(200), read: { kind: "told", told: [], version: null } },
  {
    name: "a bookmark tells the version alone",
    response: answer(200, { type: "ADDED", object }, { type: "BOOKMARK", object: { metadata: { resourceVersion: "9" } } }),
    read: { kind: "told", told: [{ type: "ADDED", object }], version: "9" },
  },
  { name: "410", response: answer(410), read: { kind: "expired" } },
  { name: "410 as an event", response: answer(200, { type: "ERROR", object: { code: 410 } }), read: { kind: "expired" } },
  { name: "another error as an event", response: answer(200, { type: "ERROR", object: { code: 500 } }), read: { kind: "failed" } },
  { name: "500", response: answer(500), read: { kind: "failed" } },
  { name: "403", response: answer(403), read: { kind: "failed" } },
])("of a watch: $name", ({ response, read }) => {
  expect(readWatch(response)).toEqual(read);
});

test.each([
  {
    name: "items and version",
    response: answer(200, { metadata: { resourceVersion: "9" }, items: [object] }),
    read: { kind: "told", told: [object], version: "9" },
  },
  { name: "a refusal", response: answer(403, {}), read: { kind: "failed" } },
])("of a list: $name", ({ response, read }) => {
  expect(readList(response)).toEqual(read);
});
