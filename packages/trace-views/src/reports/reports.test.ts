import type { ScenarioResult, TestReport } from "@irsa-sim/core";
import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { PLAIN_PALETTE } from "../palette.js";
import { toGithub } from "./github.js";
import { toJunit } from "./junit.js";
import { toMarkdown } from "./markdown.js";
import { renderTestResult, renderTestSummary } from "./render-test-result.js";
import { toTap } from "./tap.js";

const PASSED: ScenarioResult = {
  name: "basic",
  title: "A pod reads an object",
  tags: ["starter"],
  expectFrom: { file: "basic/scenario.yaml", pointer: "", line: 9, column: 9 },
  outcome: "passed",
  steps: Array.from({ length: 10 }, () => "ok" as const),
  expectations: [{ path: "outcome", expected: "succeeded", actual: "succeeded", met: true, from: null }],
  failure: null,
  warnings: [],
  deviation: null,
  durationMs: 12,
};

const FAILED: ScenarioResult = {
  name: "mine",
  title: "My trust policy",
  tags: [],
  expectFrom: { file: "mine/scenario.yaml", pointer: "", line: 3, column: 9 },
  outcome: "failed",
  steps: ["ok", "ok", "ok", "ok", "ok", "ok", "ok", "refused", "not-reached", "not-reached"],
  expectations: [
    { path: "outcome", expected: "refused", actual: "refused", met: true, from: null },
    {
      path: "error.code",
      expected: "Other",
      actual: "AccessDenied",
      met: false,
      from: { file: "mine/scenario.yaml", pointer: "/error/code", line: 4, column: 18 },
    },
  ],
  warnings: [],
  failure: {
    step: 7,
    code: "AccessDenied",
    status: 403,
    message: "Not authorized to perform sts:AssumeRoleWithWebIdentity",
    cause: "trust-sub-mismatch",
    check: "sts.trust-policy",
    expected: "system:serviceaccount:prod:api",
    actual: "system:serviceaccount:default:api",
    expectedFrom: null,
    actualFrom: null,
    because: 'the trust policy names namespace "prod"',
    fix: null,
    event: 1,
  },
  deviation: { step: 7, title: "STS validates the token", base: "basic", inBase: "ok", here: "refused" },
  durationMs: 1234,
};

const REPORT: TestReport = {
  schema: "irsa-sim/test/v1",
  seed: "1",
  network: "memory",
  passed: 1,
  failed: 1,
  skipped: 1,
  durationMs: 1250,
  scenarios: [PASSED, FAILED],
};

describe("golden reports", () => {
  test.each([
    { name: "junit.xml", text: () => toJunit(REPORT) },
    { name: "report.tap", text: () => toTap(REPORT) },
    { name: "github.txt", text: () => toGithub(REPORT) },
    { name: "report.markdown", text: () => toMarkdown(REPORT) },
    {
      name: "terminal.txt",
      text: () =>
        REPORT.scenarios.map((result) => renderTestResult(result, { palette: PLAIN_PALETTE })).join("") + renderTestSummary(REPORT, { palette: PLAIN_PALETTE }),
    },
  ])("$name", async ({ name, text }) => {
    await expect(text()).toMatchFileSnapshot(`./__golden__/${name}`);
  });
});

const anyText = fc.string({ unit: "binary", minLength: 1 });
const anyReport = fc.record({ name: anyText, message: anyText, expected: anyText }).map(
  ({ name, message, expected }): TestReport => ({
    ...REPORT,
    scenarios: [
      {
        ...FAILED,
        name,
        failure: FAILED.failure && { ...FAILED.failure, message },
        expectations: [{ path: "cause", expected, actual: message, met: false, from: { file: name, pointer: "", line: 1, column: 1 } }],
      },
    ],
  }),
);

describe("whatever stands in a scenario, the report is well-formed", () => {
  test("JUnit: one case, read back with its name", () => {
    const printable = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && !/^\d|^0/.test(text));
    fc.assert(
      fc.property(anyReport, printable, (report, name) => {
        expect(XMLValidator.validate(toJunit(report))).toBe(true);
        const [scenario] = report.scenarios as [ScenarioResult];
        const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", parseAttributeValue: false, trimValues: false });
        const parsed = parser.parse(toJunit({ ...report, scenarios: [{ ...scenario, name }] })) as {
          readonly testsuites: { readonly testsuite: { readonly testcase: { readonly name: string } } };
        };
        expect(parsed.testsuites.testsuite.testcase.name).toBe(name);
      }),
    );
  });

  test("GitHub: one command a line of expect", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const lines = toGithub(report)
          .trimEnd()
          .split(/\r\n|\n|\r/);
        expect(lines).toHaveLength(1);
        expect(lines[0]).toMatch(/^::error file=/);
      }),
    );
  });

  test("TAP: as many results as planned, and each block is YAML", () => {
    const names = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(anyReport, names, (report, name) => {
        const [scenario] = report.scenarios as [ScenarioResult];
        const text = toTap({ ...report, skipped: 0, scenarios: [{ ...scenario, name }] });
        expect(text).toMatch(/^TAP version 14\n1\.\.1\nnot ok 1 - /);
        const [, block = ""] = /\n {2}---\n([\s\S]*)\n {2}\.\.\.\n$/.exec(text) ?? [];
        expect(parseAllDocuments(block).flatMap((document) => ("errors" in document ? document.errors : []))).toEqual([]);
      }),
    );
  });
});
