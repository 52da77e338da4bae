import { type LocatedNode, memberOf } from "../tree/located-tree.js";

/** Of the output of `aws iam get-role-policy` or `aws iam get-policy-version`, the policy; any other document is one itself. */
export function policyIn(document: LocatedNode): LocatedNode {
  return memberOf(document, "PolicyDocument") ?? memberOf(memberOf(document, "PolicyVersion"), "Document") ?? document;
}
