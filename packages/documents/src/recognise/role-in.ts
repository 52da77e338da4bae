import { type LocatedNode, memberOf } from "../tree/located-tree.js";
import { withRenamed } from "./with-renamed.js";

/** Of the output of `aws iam get-role`, the trust policy; any other document is one itself. */
export function trustPolicyIn(document: LocatedNode): LocatedNode {
  return memberOf(memberOf(document, "Role"), "AssumeRolePolicyDocument") ?? document;
}

/** A role with what `aws iam get-role` says beside the trust policy, unless the role says it itself. */
export function withRoleSettings(role: LocatedNode, document: LocatedNode): LocatedNode {
  const output = memberOf(document, "Role");
  if (role.kind !== "object" || output?.kind !== "object") return role;
  return withRenamed(role, output.members, { Path: "path", MaxSessionDuration: "maxSessionDurationSeconds" });
}
