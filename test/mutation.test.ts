import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseSample } from "../scripts/mutation/choose-sample.mjs";
import { judgeMutants } from "../scripts/mutation/judge-mutants.mjs";
import { sourceChange } from "../scripts/mutation/source-change.mjs";
import { withFailedFiles } from "../scripts/mutation/with-failed-files.mjs";

const changes = Array.from({ length: 50 }, (_, n) => ({ file: `src/${n % 7}.ts`, before: `a < ${n % 9}`, after: `a <= ${n % 9}` }));

test.each([
  { name: "part of a line", range: [1, 6, 1, 12], replacement: "a > b", before: "if (a >= b) {", after: "if (a > b) {" },
  { name: "several lines, written as one", range: [1, 14, 3, 3], replacement: "{}", before: "if (a >= b) { return c; }", after: "if (a >= b) {}" },
])("a change is told by its lines: $name", ({ range, replacement, before, after }) => {
  const source = "const c = 1;\n  if (a >= b) {\n    return c;\n  }\n";
  const [startLine, startColumn, endLine, endColumn] = range as [number, number, number, number];
  const place = { start: { line: startLine, column: startColumn }, end: { line: endLine, column: endColumn } };
  expect(sourceChange(source, place, replacement)).toEqual({ before, after });
});

test("a sample is of the size asked for, the same for the same seed whatever the order, and another for another seed", () => {
  const sampleOf = (list: typeof changes, seed: number) => [...chooseSample(list, { size: 20, seed })].map((change) => JSON.stringify(change)).sort();
  fc.assert(
    fc.property(fc.shuffledSubarray(changes, { minLength: changes.length }), (shuffled) => {
      expect(sampleOf(shuffled, 1)).toEqual(sampleOf(changes, 1));
    }),
  );
  expect(sampleOf(changes, 1)).toHaveLength(20);
  expect(sampleOf(changes, 2)).not.toEqual(sampleOf(changes, 1));
});

test("new code puts at most its own mutants into the sample", () => {
  const added = { file: "src/new.ts", before: "b", after: "c" };
  const before = chooseSample(changes, { size: 20, seed: 1 });
  const kept = [...chooseSample([...changes, added], { size: 20, seed: 1 })].filter((change) => before.has(change));
  expect(kept.length).toBeGreaterThanOrEqual(19);
});

const mutant = (after: string, status: string) => ({ file: "src/a.ts", line: 1, before: "a", after, status });
const entry = (after: string) => ({ file: "src/a.ts", before: "a", after, why: "the same" });

test.each([
  { name: "time limits are kills", mutants: [mutant("b", "Killed"), mutant("c", "Timeout")], accepted: [], percent: 100 },
  { name: "code that no test runs is a survivor", mutants: [mutant("b", "Killed"), mutant("c", "NoCoverage")], accepted: [], percent: 50 },
  { name: "an accepted survivor counts neither way", mutants: [mutant("b", "Killed"), mutant("c", "Survived")], accepted: [entry("c")], percent: 100 },
  { name: "what was not tried does not count", mutants: [mutant("b", "Killed"), mutant("c", "CompileError")], accepted: [], percent: 100 },
  { name: "nothing tried is no success", mutants: [], accepted: [], percent: 0 },
])("score: $name", ({ mutants, accepted, percent }) => {
  expect(judgeMutants(mutants, accepted).percent).toBe(percent);
});

test("an accepted mutant that a test notices, or that the code no longer has, is told", () => {
  const { wrongly, stale } = judgeMutants([mutant("b", "Killed"), mutant("c", "CompileError")], [entry("b"), entry("c"), entry("d")]);
  expect(wrongly).toEqual([entry("b")]);
  expect(stale).toEqual([entry("d")]);
});

const [complete, error] = ["complete", "error"];
const [success, failed, skipped] = [0, 1, 2];
const fileOf = (state: string) => ({ name: "a.test.ts", filepath: "/a.test.ts", result: { state } });

test.each([
  { name: "all passed", status: complete, tests: [success], files: [fileOf("pass")], statuses: [success] },
  { name: "a file that could not be loaded", status: complete, tests: [success], files: [fileOf("pass"), fileOf("fail")], statuses: [success, failed] },
  { name: "a hook that failed, so that its tests did not run", status: complete, tests: [skipped], files: [fileOf("fail")], statuses: [skipped, failed] },
  { name: "a test that failed, and its file with it", status: complete, tests: [failed], files: [fileOf("fail")], statuses: [failed] },
  {
    name: "a file that did not run since another failed",
    status: complete,
    tests: [failed],
    files: [{ ...fileOf("fail"), result: undefined }],
    statuses: [failed],
  },
  { name: "a run that broke off", status: error, tests: undefined, files: [fileOf("fail")], statuses: undefined },
])("what a run came to: $name", ({ status, tests, files, statuses }) => {
  const result = withFailedFiles({ status, tests: tests?.map((code) => ({ status: code })) }, files);
  expect(result.tests?.map((each: { readonly status: number }) => each.status)).toEqual(statuses);
});
