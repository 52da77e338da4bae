import type { Failure, Warning } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import type { Expectation } from "../scenario/expectation.js";
import { compareExpectations } from "./compare-expectations.js";
import type { Observer } from "./observe.js";

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
  edits: [],
  isFixTried: false,
  also: [],
  event: null,
  subject: {},
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

const EVENT = { eventName: "AssumeRoleWithWebIdentity", errorCode: "AccessDenied", userIdentity: { userName: "sa", type: "WebIdentityUser" } };
const OBSERVED: Observer = {
  pod: ({ name }) => (name === "my-pod" ? { isRunning: true, environment: { AWS_ROLE_ARN: "arn" } } : null),
  podsCreated: ({ name }) => (name === "my-pod" ? 2 : 0),
  tokenClaims: ({ pod }) => (pod === "my-pod" ? { aud: ["sts.amazonaws.com"], sub: "sa" } : null),
  trail: () => [EVENT],
};

const WARNINGS: readonly Warning[] = [{ cause: "trust-too-wide", because: "", fix: "", from: null }];

const PLACE = { file: "scenario.yaml", line: 3, column: 1 };
const compare = (expected: Expectation, failure: Failure | null) =>
  compareExpectations(
    { expect: expected, locate: (pointer) => ({ ...PLACE, pointer }) },
    { failure, warnings: WARNINGS, principal: PRINCIPAL, observe: OBSERVED },
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

describe("warnings are told by all their causes", () => {
  test.each<{ readonly name: string; readonly warnings: readonly string[]; readonly told: readonly string[] }>([
    { name: "the same", warnings: ["trust-too-wide"], told: [] },
    { name: "one more", warnings: ["trust-too-wide", "unused"], told: ["warnings: trust-too-wide, unused, not trust-too-wide"] },
    { name: "none", warnings: [], told: ["warnings: none, not trust-too-wide"] },
  ])("$name", ({ warnings, told }) => {
    expect(missed({ warnings }, null)).toEqual(told);
  });
});

describe("pods, tokens and the trail", () => {
  const SEEN: Expectation = {
    pod: { name: "my-pod", running: true, created: 2, environment: { AWS_ROLE_ARN: "arn", AWS_PROFILE: null } },
    token: { pod: "my-pod", claims: { aud: ["sts.amazonaws.com"], sub: "sa" } },
    cloudTrail: [{ errorCode: "AccessDenied", userIdentity: { userName: "sa" } }],
  };

  test("what is so is met, and located by its own line", () => {
    expect(missed(SEEN)).toEqual([]);
    expect(compare(SEEN, null).map(({ path, from }) => [path, from?.pointer])).toEqual([
      ["pod.running", "/pod/running"],
      ["pod.created", "/pod/created"],
      ["pod.environment.AWS_ROLE_ARN", "/pod/environment/AWS_ROLE_ARN"],
      ["pod.environment.AWS_PROFILE", "/pod/environment/AWS_PROFILE"],
      ["token.claims.aud", "/token/claims/aud"],
      ["token.claims.sub", "/token/claims/sub"],
      ["cloudTrail[0]", "/cloudTrail/0"],
    ]);
  });

  test.each<{ readonly name: string; readonly line: Partial<Expectation>; readonly told: string }>([
    { name: "running", line: { pod: { name: "my-pod", running: false } }, told: "pod.running: false, not true" },
    { name: "no such pod", line: { pod: { name: "other", running: true } }, told: "pod.running: true, not false" },
    { name: "created", line: { pod: { name: "my-pod", created: 3 } }, told: "pod.created: 3, not 2" },
    { name: "a pod that was never created", line: { pod: { name: "other", created: 1 } }, told: "pod.created: 1, not 0" },
    { name: "a variable", line: { pod: { name: "my-pod", environment: { AWS_ROLE_ARN: "x" } } }, told: "pod.environment.AWS_ROLE_ARN: x, not arn" },
    {
      name: "a variable that is set",
      line: { pod: { name: "my-pod", environment: { AWS_ROLE_ARN: null } } },
      told: "pod.environment.AWS_ROLE_ARN: none, not arn",
    },
    { name: "a claim", line: { token: { pod: "my-pod", claims: { aud: ["x"] } } }, told: 'token.claims.aud: ["x"], not ["sts.amazonaws.com"]' },
    { name: "no token", line: { token: { pod: "other", claims: { sub: "sa" } } }, told: "token.claims.sub: sa, not none" },
    {
      name: "an event",
      line: { cloudTrail: [{ eventName: "GetCallerIdentity" }] },
      told: 'cloudTrail[0]: {"eventName":"GetCallerIdentity"}, not [{"eventName":"AssumeRoleWithWebIdentity","errorCode":"AccessDenied"}]',
    },
    { name: "an empty trail", line: { cloudTrail: [] }, told: "cloudTrail: empty, not 1 events" },
  ])("$name", ({ line, told }) => {
    expect(missed(line)).toEqual([told]);
  });
});

test("a refusal that did not come", () => {
  expect(missed({ outcome: "refused", step: 7, error: { code: "AccessDenied" } }, null)).toEqual([
    "outcome: refused, not succeeded",
    "step: 7, not none",
    "error.code: AccessDenied, not none",
  ]);
});
