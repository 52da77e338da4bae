import { epochMillis, type HttpHeaders } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { decideCondition } from "./decide-condition.js";

/** Changed in the middle of the second 09:00:00, which is all that the headers know. */
const OBJECT = {
  body: new Uint8Array(),
  contentType: "text/plain",
  lastModified: epochMillis(Date.UTC(2026, 0, 5, 9, 0, 0, 500)),
  entityTag: '"a"',
  headers: {},
  kmsKey: null,
  checksum: null,
  partSizes: null,
  tags: new Map(),
};
const BEFORE = "Mon, 05 Jan 2026 08:59:59 GMT";
const AT = "Mon, 05 Jan 2026 09:00:00 GMT";
const AFTER = "Mon, 05 Jan 2026 09:00:01 GMT";

test.each<{ readonly headers: HttpHeaders; readonly decision: ReturnType<typeof decideCondition> }>([
  { headers: {}, decision: "proceed" },
  { headers: { "if-match": '"a"' }, decision: "proceed" },
  { headers: { "if-match": "a" }, decision: "proceed" },
  { headers: { "if-match": '"x", W/"a"' }, decision: "proceed" },
  { headers: { "if-match": 'xW/"a"' }, decision: "If-Match" },
  { headers: { "if-match": '"W/a"' }, decision: "If-Match" },
  { headers: { "if-match": "*" }, decision: "proceed" },
  { headers: { "if-match": '"b"' }, decision: "If-Match" },
  { headers: { "if-match": "" }, decision: "If-Match" },
  { headers: { "if-none-match": '"a"' }, decision: "not-modified" },
  { headers: { "if-none-match": '"b" ,"a"' }, decision: "not-modified" },
  { headers: { "if-none-match": '"b"' }, decision: "proceed" },
  { headers: { "if-modified-since": BEFORE }, decision: "proceed" },
  { headers: { "if-modified-since": AT }, decision: "not-modified" },
  { headers: { "if-modified-since": AFTER }, decision: "not-modified" },
  { headers: { "if-modified-since": "soon" }, decision: "proceed" },
  { headers: { "if-unmodified-since": BEFORE }, decision: "If-Unmodified-Since" },
  { headers: { "if-unmodified-since": AT }, decision: "proceed" },
  { headers: { "if-unmodified-since": AFTER }, decision: "proceed" },
  // A tag says more than a time: where both are sent, the tag decides.
  { headers: { "if-match": '"a"', "if-unmodified-since": BEFORE }, decision: "proceed" },
  { headers: { "if-none-match": '"b"', "if-modified-since": AFTER }, decision: "proceed" },
  { headers: { "if-none-match": '"a"', "if-unmodified-since": BEFORE }, decision: "If-Unmodified-Since" },
])("$headers: $decision", ({ headers, decision }) => {
  expect(decideCondition(headers, OBJECT)).toBe(decision);
});
