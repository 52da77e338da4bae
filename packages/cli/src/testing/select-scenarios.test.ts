import { describe, expect, test } from "vitest";
import { parseFilter, parseShard, parseTags } from "./parse-selection.js";
import { parseReport } from "./report-target.js";
import { type Selection, selectScenarios } from "./select-scenarios.js";

const SCENARIOS = [
  { name: "basic", tags: ["starter"] },
  { name: "trust-sub-mismatch", tags: ["starter", "trust"] },
  { name: "trust-aud-mismatch", tags: ["trust"] },
  { name: "token-expired", tags: ["time"] },
];
const ALL: Selection = { filter: null, tags: { wanted: [], unwanted: [] }, failedLastTime: null, shard: null };

describe("what is selected", () => {
  test.each<{ readonly name: string; readonly selection: Partial<Selection>; readonly selected: readonly number[] }>([
    { name: "nothing asked: all", selection: {}, selected: [0, 1, 2, 3] },
    { name: "a part of the name", selection: { filter: parseFilter("mismatch") }, selected: [1, 2] },
    { name: "an expression", selection: { filter: parseFilter("/^t.*d$/") }, selected: [3] },
    { name: "a filter's dots are dots", selection: { filter: parseFilter("b.sic") }, selected: [] },
    { name: "a tag", selection: { tags: parseTags("trust") }, selected: [1, 2] },
    { name: "both tags", selection: { tags: parseTags("trust,starter") }, selected: [1] },
    { name: "one tag and not the other", selection: { tags: parseTags("trust, !starter") }, selected: [2] },
    { name: "failed last time", selection: { failedLastTime: new Set(["token-expired", "gone"]) }, selected: [3] },
    { name: "the first of three parts", selection: { shard: parseShard("1/3") }, selected: [0, 3] },
    { name: "the second of three parts", selection: { shard: parseShard("2/3") }, selected: [1] },
    { name: "a part of what is left", selection: { tags: parseTags("trust"), shard: parseShard("2/2") }, selected: [2] },
  ])("$name", ({ selection, selected }) => {
    expect(selectScenarios(SCENARIOS, { ...ALL, ...selection })).toEqual(selected.map((index) => SCENARIOS[index]));
  });

  test("the parts together are all, and none twice", () => {
    const parts = ["1/3", "2/3", "3/3"].flatMap((part) => selectScenarios(SCENARIOS, { ...ALL, shard: parseShard(part) }));
    expect(parts.map(({ name }) => name).sort()).toEqual(SCENARIOS.map(({ name }) => name).sort());
  });
});

describe("what cannot be read is refused", () => {
  test.each([
    { name: "an expression that is none", parse: () => parseFilter("/(/"), told: "not a regular expression" },
    { name: "shard 0", parse: () => parseShard("0/3"), told: "a shard is such as 2/3" },
    { name: "shard 4 of 3", parse: () => parseShard("4/3"), told: "a shard is such as 2/3" },
    { name: "an unknown report", parse: () => parseReport("html=x", []), told: "a report is one of junit, json, tap, github, markdown" },
  ])("$name", ({ parse, told }) => {
    expect(parse).toThrow(told);
  });
});

test("reports are collected, with files or without", () => {
  expect(parseReport("junit=a=b.xml", parseReport("tap", []))).toEqual([
    { format: "tap", file: null },
    { format: "junit", file: "a=b.xml" },
  ]);
});
