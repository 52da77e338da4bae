/**
 * What of each fact sheet is tested where: docs/coverage names a test for each rule, and the test is looked up in its file's text.
 *
 * It knows that the test is there, runs, compares something, has the row that is named, and does not stand for too many rules. Whether it
 * compares what the rule says nobody but a reader knows; mutation tells whether it would notice.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { findNamedProblem } from "./coverage/find-named-problem.js";
import type { FoundTest } from "./coverage/found-test.js";
import { testsOfFile } from "./coverage/tests-of-file.js";

const ROOT = new URL("..", import.meta.url).pathname;
const FOLDER = join(ROOT, "docs/coverage");

interface Rule {
  readonly rule: string;
  /** `file › title of a test or describe`, `file › title › row`, or `file › words of one test's row`. */
  readonly test?: string;
  readonly "left-out"?: string;
}

interface Coverage {
  readonly sheet: string;
  readonly rules: readonly Rule[];
}

const parts = readdirSync(FOLDER).map((file) => ({ file, ...(parse(readFileSync(join(FOLDER, file), "utf8")) as Coverage) }));
const SHEETS = ["kubernetes-tokens", "policies", "sdk-credential-chains", "sts-and-iam", "webhook"];
/** One name stands for at most so many rules; beyond that each rule names its row. */
const MOST_RULES_PER_TEST = 6;

const read = new Map<string, readonly FoundTest[]>();

/** `null` when there is no such test file. */
function testsIn(file: string): readonly FoundTest[] | null {
  if (!/\.test\.ts$/.test(file) || !existsSync(join(ROOT, file))) return null;
  const tests = read.get(file) ?? testsOfFile(readFileSync(join(ROOT, file), "utf8"));
  read.set(file, tests);
  return tests;
}

/** What is wrong with a rule's entry; `null` when it names a test that holds it, or a reason. */
function problemOf({ rule, test: named, "left-out": reason }: Rule): string | null {
  if (!/^\d+(\.\d+)* \S/.test(rule)) return `${rule}: begins with no section`;
  if ((named === undefined) === (reason === undefined)) return `${rule}: has either a test or a reason`;
  if (named === undefined) return (reason ?? "").length < 15 ? `${rule}: left out without a reason` : null;
  const [file = "", ...name] = named.split(" › ");
  const tests = testsIn(file);
  const problem = tests === null ? `there is no test file ${file}` : findNamedProblem(tests, name);
  return problem && `${rule}: ${problem}`;
}

test.each(parts)("$file names tests that run and compare", ({ rules }) => {
  expect(rules.map(problemOf).filter((problem) => problem !== null)).toEqual([]);
});

test("no name of a test stands for too many rules", () => {
  const names = parts.flatMap(({ rules }) => rules.flatMap(({ test: named = [] }) => named));
  const counts = [...new Set(names)].map((name) => ({ name, rules: names.filter((one) => one === name).length }));
  expect(counts.filter(({ rules }) => rules > MOST_RULES_PER_TEST)).toEqual([]);
});

describe("at least 95 of 100 rules of each sheet have a test", () => {
  test.each(SHEETS)("%s", (sheet) => {
    const rules = parts.filter((part) => part.sheet === sheet).flatMap((part) => part.rules);
    const tested = rules.filter((rule) => rule.test !== undefined);
    expect(rules.length).toBeGreaterThan(50);
    expect(tested.length / rules.length).toBeGreaterThanOrEqual(0.95);
  });
});

test("no rule stands twice", () => {
  const rules = parts.flatMap((part) => part.rules.map(({ rule }) => `${part.sheet} ${rule}`));
  expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
});
