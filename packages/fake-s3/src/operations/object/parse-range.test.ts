import { expect, test } from "vitest";
import { parseRange } from "./parse-range.js";

test.each([
  { header: "bytes=0-0", range: { first: 0, last: 0 } },
  { header: "bytes=0-8", range: { first: 0, last: 8 } },
  { header: "bytes=0-9", range: { first: 0, last: 9 } },
  { header: "bytes=0-10", range: { first: 0, last: 9 } },
  { header: "bytes=4-4", range: { first: 4, last: 4 } },
  { header: "bytes=5-4", range: null },
  { header: "bytes=9-9", range: { first: 9, last: 9 } },
  { header: "bytes=9-", range: { first: 9, last: 9 } },
  { header: "bytes=10-", range: "unsatisfiable" },
  { header: "bytes=10-10", range: "unsatisfiable" },
  { header: "bytes=11-10", range: null },
  { header: "bytes=-0", range: "unsatisfiable" },
  { header: "bytes=-1", range: { first: 9, last: 9 } },
  { header: "bytes=-9", range: { first: 1, last: 9 } },
  { header: "bytes=-10", range: { first: 0, last: 9 } },
  { header: "bytes=-11", range: { first: 0, last: 9 } },
  { header: "bytes=0-0", size: 0, range: "unsatisfiable" },
  { header: "bytes=-1", size: 0, range: "unsatisfiable" },
  { header: " bytes=1-2 ", range: { first: 1, last: 2 } },
  { header: "bytes=-", range: null },
  { header: "bytes=", range: null },
  { header: "bytes=a-b", range: null },
  { header: "bytes=1-2,4-5", range: null },
  { header: "xbytes=1-2", range: null },
  { header: "items=1-2", range: null },
] as const)("of $size bytes $header: $range", ({ header, range, ...rest }) => {
  expect(parseRange(header, "size" in rest ? rest.size : 10)).toEqual(range);
});
