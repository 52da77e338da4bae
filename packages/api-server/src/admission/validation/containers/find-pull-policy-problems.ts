import { type FieldProblem, notSupported, required } from "../../field-problem.js";

const POLICIES = ["Always", "IfNotPresent", "Never"];

/** Problems of when an image is pulled. */
export function* findPullPolicyProblems(policy: string, field: string): Generator<FieldProblem> {
  if (policy === "") yield required(field);
  else if (!POLICIES.includes(policy)) yield notSupported(field, policy, POLICIES);
}
