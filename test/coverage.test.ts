import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const ROOT = new URL("..", import.meta.url).pathname;
const FOLDER = join(ROOT, "docs/coverage");

interface Rule {
  readonly rule: string;
  /** `file › words that stand in it`. */
  readonly test?: string;
  readonly "left-out"?: string;
}

interface Coverage {
  readonly sheet: string;
  readonly rules: readonly Rule[];
}

const parts = readdirSync(FOLDER).map((file) => ({ file, ...(parse(readFileSync(join(FOLDER, file), "utf8")) as Coverage) }));
const SHEETS = ["kubernetes-tokens", "sdk-credential-chains", "sts-and-iam", "webhook"];

/** What is wrong with a rule's entry; `null` when it names a test that is there, or a reason. */
function problemOf({ rule, test: named, "left-out": reason }: Rule): string | null {
  if (!/^\d+(\.\d+)* \S/.test(rule)) return `${rule}: begins with no section`;
  if ((named === undefined) === (reason === undefined)) return `${rule}: has either a test or a reason`;
  if (named === undefined) return (reason ?? "").length < 15 ? `${rule}: left out without a reason` : null;
  const [file = "", words = ""] = named.split(" › ");
  if (!/\.test\.ts$/.test(file) || !existsSync(join(ROOT, file))) return `${rule}: there is no test file ${file}`;
  return words !== "" && readFileSync(join(ROOT, file), "utf8").includes(words) ? null : `${rule}: ${file} does not say "${words}"`;
}

test.each(parts)("$file names tests that are there", ({ rules }) => {
  expect(rules.map(problemOf).filter((problem) => problem !== null)).toEqual([]);
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
