import type { ScenarioResult, TestReport } from "@irsa-sim/core";

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
    edits: [],
    isFixTried: false,
    also: [],
    subject: {},
    event: 1,
  },
  deviation: { step: 7, title: "STS validates the token", base: "basic", inBase: "ok", here: "refused" },
  durationMs: 1234,
};

const INVALID: ScenarioResult = {
  ...PASSED,
  name: "broken",
  title: "",
  expectFrom: { file: "broken/scenario.yaml", pointer: "", line: 1, column: 1 },
  outcome: "invalid",
  steps: Array.from({ length: 10 }, () => "not-reached" as const),
  expectations: [
    {
      path: 'unknown key "rols"',
      expected: "perhaps roles",
      actual: "",
      met: false,
      from: { file: "broken/scenario.yaml", pointer: "", line: 5, column: 1 },
    },
  ],
  durationMs: 0,
};

/** A scenario of each outcome, one more skipped. */
export const SAMPLE_TEST_REPORT: TestReport = {
  schema: "irsa-sim/test/v1",
  seed: "1",
  network: "memory",
  passed: 1,
  failed: 1,
  invalid: 1,
  skipped: 1,
  durationMs: 1250,
  scenarios: [PASSED, FAILED, INVALID],
};
