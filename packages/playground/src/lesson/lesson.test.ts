import type { Failure } from "@irsa-sim/core";
import { CAUSES } from "@irsa-sim/diagnosis";
import { expect, test } from "vitest";
import { judgePrediction } from "./judge-prediction.js";
import { offerCauses } from "./offer-causes.js";

const FAILURE = { step: 7, cause: "trust-sub-mismatch" } as Failure;

test.each([
  { name: "both right", said: { step: 7, cause: "trust-sub-mismatch" }, failure: FAILURE, verdict: { isStepRight: true, isCauseRight: true } },
  { name: "another step", said: { step: 6, cause: "trust-sub-mismatch" }, failure: FAILURE, verdict: { isStepRight: false, isCauseRight: true } },
  { name: "another cause", said: { step: 7, cause: "clock" }, failure: FAILURE, verdict: { isStepRight: true, isCauseRight: false } },
  { name: "it succeeds, as said", said: { step: "none", cause: null }, failure: null, verdict: { isStepRight: true, isCauseRight: null } },
  { name: "it succeeds, against what was said", said: { step: 7, cause: "clock" }, failure: null, verdict: { isStepRight: false, isCauseRight: null } },
  { name: "it breaks, against what was said", said: { step: "none", cause: null }, failure: FAILURE, verdict: { isStepRight: false, isCauseRight: false } },
  {
    name: "nobody knows the cause",
    said: { step: 7, cause: "clock" },
    failure: { ...FAILURE, cause: null },
    verdict: { isStepRight: true, isCauseRight: null },
  },
] as const)("$name", ({ said, failure, verdict }) => {
  expect(judgePrediction(said, failure)).toEqual(verdict);
});

test.each(CAUSES.map(({ id }, index) => ({ id, step: index % 10 })))("among the causes that are offered is the right one, once: $id", ({ id, step }) => {
  const offered = offerCauses(CAUSES, id, step).map((cause) => cause.id);
  expect(offered.filter((one) => one === id)).toEqual([id]);
  expect(offered).toHaveLength(7);
  expect(new Set(offered).size).toBe(7);
});
