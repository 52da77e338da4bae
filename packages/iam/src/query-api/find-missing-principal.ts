import type { JsonObject } from "@irsa-sim/core";
import type { Iam } from "../accounts/account.js";
import { isPrincipalThere } from "../accounts/is-principal-there.js";
import { statementsOf } from "../evaluation/statement.js";
import type { PolicyProblem } from "../grammar/policy-problem.js";

/**
 * A trusted role or user that is not there: IAM keeps its id instead of its name, and so must find it.
 *
 * @param document a trust policy of good grammar
 */
export function findMissingPrincipal(document: JsonObject, iam: Iam): PolicyProblem | null {
  for (const { statement, pointer } of statementsOf(document)) {
    const named = typeof statement.Principal === "object" ? ((statement.Principal as JsonObject).AWS ?? []) : [];
    const missing = [named].flat().find((name) => typeof name === "string" && !isPrincipalThere(name, iam));
    if (typeof missing !== "string") continue;
    return {
      message: `Invalid principal in policy: "AWS":"${missing}"`,
      pointer: `${pointer}/Principal/AWS`,
      value: missing,
      expected: "a role or user that exists",
    };
  }
  return null;
}
