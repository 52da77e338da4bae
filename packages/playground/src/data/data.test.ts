import fc from "fast-check";
import { expect, test } from "vitest";
import { readOpened } from "./read-opened.js";
import { readPageData } from "./read-page-data.js";
import { writePageData } from "./write-page-data.js";

test("what the build packs, the page reads", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string({ unit: "binary" })), (files) => {
      const data = { version: "1.2.3", files, outlines: [] };
      expect(readPageData(writePageData(data))).toEqual(JSON.parse(JSON.stringify(data)));
    }),
    { numRuns: 10 },
  );
});

test("bytes of a run that came with the page are bytes again, and take the place of the page's own run", () => {
  const report = JSON.stringify({
    schema: "irsa-sim/run/v1",
    steps: [],
    events: [{ kind: "exchange", request: { body: "", bodyBase64: "AP8=" }, response: null }],
  });
  const opened = readOpened(JSON.stringify({ folder: "scenarios/basic", cell: null, files: {}, report, conditions: { seed: "7", startAt: 5 }, results: [] }));
  const played = { kind: "played", scenario: {} as never, report: {} as never } as const;
  expect(opened?.withReport(played)).toMatchObject({ report: { events: [{ request: { body: new Uint8Array([0, 255]) } }] } });
  expect(opened?.conditions).toEqual({ seed: "7", startAt: 5 });
  expect(opened?.withReport({ kind: "stopped", message: "x" })).toEqual({ kind: "stopped", message: "x" });
  expect(readOpened(null)).toBeNull();
});
