import type { ProblemList } from "../problems/problem-list.js";
import { type LocatedNode, memberOf } from "../tree/located-tree.js";
import { checkTree } from "./check-tree.js";
import { POLICY_STATEMENTS, policyDocument, policyOfIam } from "./policy-schema.js";

/** Whose statements a policy has: a role's trust policy, what IAM stores for an identity, permissions that others store, or those of a resource. */
export type PolicyKind = keyof typeof POLICY_STATEMENTS;

/** Holds a policy against its schema, statement by statement. */
export function checkPolicy(policy: LocatedNode, of: PolicyKind, problems: ProblemList): void {
  // The name of a file that could not be read has been told already.
  if (policy.kind === "scalar") return;
  checkTree(policy, of === "trust" || of === "identity" ? policyOfIam : policyDocument, problems);
  const statement = memberOf(policy, "Statement");
  if (policy.kind === "object" && statement === null)
    problems.add(policy.place, { message: "Statement is missing", expected: "a statement or a list of statements" });
  for (const one of statement?.kind === "list" ? statement.items : statement === null ? [] : [statement]) checkTree(one, POLICY_STATEMENTS[of], problems);
}
