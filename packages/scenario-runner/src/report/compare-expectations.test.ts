import type { Failure } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import type { Expectation } from "../scenario/loaded-scenario.js";
import { compareExpectations } from "./compare-expectations.js";

const FAILURE: Failure = {
  step: 7,
  check: "sts.trust-policy",
  code: "AccessDenied",
  status: 403,
  message: "Not authorized to perform sts:AssumeRoleWithWebIdentity",
  cause: "trust-sub-mismatch",
  expected: "a",
  actual: "b",
  expectedFrom: null,
  actualFrom: null,
  because: null,
  fix: null,
  event: null,
};

const PRINCIPAL = "arn:aws:sts::111122223333:assumed-role/my-pod-role/session";

const MET: Expectation = {
  principal: "arn:aws:sts::111122223333:assumed-role/my-pod-role/*",
  outcome: "refused",
  step: 7,
  error: { code: "AccessDenied", status: 403, message: "Not authorized to perform sts:AssumeRoleWithWebIdentity" },
  cause: "trust-sub-mismatch",
  check: "sts.trust-policy",
  expected: "a",
  actual: "b",
};

const PLACE = { file: "scenario.yaml", line: 3, column: 1 };
const compare = (expected: Expectation, failure: Failure | null) =>
  compareExpectations(
    { expect: expected, locate: (source, pointer) => (source === "expect" ? { ...PLACE, pointer } : null) },
    { failure, principal: PRINCIPAL },
  );

const missed = (expectation: Expectation, failure: Failure | null = FAILURE): readonly string[] =>
  compare(expectation, failure).flatMap(({ path, expected, actual, met }) => (met ? [] : [`${path}: ${expected}, not ${actual}`]));

test("what came out as expected is met, line by line", () => {
  expect(missed(MET)).toEqual([]);
  expect(compare(MET, FAILURE)).toHaveLength(10);
  expect(compare(MET, FAILURE)[2]?.from).toEqual({ ...PLACE, pointer: "/error/code" });
});

test("what is left out is not compared", () => {
  expect(compare({ outcome: "refused" }, FAILURE).map(({ path }) => path)).toEqual(["outcome"]);
});

describe("each line that is wrong is missed alone", () => {
  test.each<{ readonly name: string; readonly line: Partial<Expectation>; readonly told: string }>([
    { name: "outcome", line: { outcome: "succeeded" }, told: "outcome: succeeded, not refused" },
    { name: "step", line: { step: 6 }, told: "step: 6, not 7" },
    { name: "code", line: { error: { code: "Other" } }, told: "error.code: Other, not AccessDenied" },
    { name: "status", line: { error: { status: 400 } }, told: "error.status: 400, not 403" },
    { name: "message", line: { error: { message: "No" } }, told: `error.message: No, not ${FAILURE.message}` },
    { name: "cause", line: { cause: "other" }, told: "cause: other, not trust-sub-mismatch" },
    { name: "check", line: { check: "other" }, told: "check: other, not sts.trust-policy" },
    {
      name: "principal",
      line: { principal: "arn:aws:sts::111122223333:assumed-role/other/*" },
      told: `principal: arn:aws:sts::111122223333:assumed-role/other/*, not ${PRINCIPAL}`,
    },
    { name: "expected", line: { expected: "c" }, told: "expected: c, not a" },
    { name: "actual", line: { actual: "c" }, told: "actual: c, not b" },
  ])("$name", ({ line, told }) => {
    expect(missed({ ...MET, ...line })).toEqual([told]);
  });
});

test("a refusal that did not come", () => {
  expect(missed({ outcome: "refused", step: 7, error: { code: "AccessDenied" } }, null)).toEqual([
    "outcome: refused, not succeeded",
    "step: 7, not none",
    "error.code: AccessDenied, not none",
  ]);
});
