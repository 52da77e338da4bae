import type { ProblemList } from "../problems/problem-list.js";
import { type LocatedNode, memberOf } from "../tree/located-tree.js";
import { checkTree } from "./check-tree.js";
import { POLICY_STATEMENTS, policyDocument } from "./policy-schema.js";

/** Whose statements a policy has: a role's trust policy, an identity's permissions, or those of a resource. */
export type PolicyKind = keyof typeof POLICY_STATEMENTS;

/** Holds a policy against its schema, statement by statement. */
export function checkPolicy(policy: LocatedNode, of: PolicyKind, problems: ProblemList): void {
  // The name of a file that could not be read has been told already.
  if (policy.kind === "scalar") return;
  checkTree(policy, policyDocument, problems);
  const statement = memberOf(policy, "Statement");
  if (policy.kind === "object" && statement === null)
    problems.add(policy.place, { message: "Statement is missing", expected: "a statement or a list of statements" });
  for (const one of statement?.kind === "list" ? statement.items : statement === null ? [] : [statement]) checkTree(one, POLICY_STATEMENTS[of], problems);
}
