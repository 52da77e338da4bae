import { type Cause, placeOf } from "../cause.js";
import { describeCheck } from "../describe-check.js";

/** Not in failures.md: what is said of a check that no other cause knows more about. */
export const checkFailed: Cause = {
  id: "check-failed",
  rank: "general",
  title: "A service's check failed, and nothing more is known than its two values",
  see: "Any refusal of STS, S3, IAM or another service, with the service's own words",
  why: "A service compares what it was sent with what it has; the simulator keeps the two values and where each was written.",
  prove: ["irsa-sim run SCENARIO --step STEP --verbose", "search CloudTrail for the call's errorCode and errorMessage"],
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html"],
  explain({ check }) {
    if (check.actor === "api-server") return null;
    const expected = placeOf(check.expected, "");
    const actual = placeOf(check.actual, "");
    const places = [...new Set([expected, actual].filter((place) => place !== ""))].join(" and ");
    return {
      because: describeCheck(check),
      fix: `${places === "" ? "what was sent" : places}: make the two values of "${check.title}" fit each other`,
    };
  },
};
