import type { IamAction } from "../../iam-call.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { readRole } from "./role-name.js";

/** `DeleteRole`; a role goes only without policies, and its live sessions with it. */
export const deleteRole: IamAction = (call) => {
  const { account, span } = call;
  const role = readRole(call);
  if ((role.attachedPolicyArns ?? []).length > 0) throw IAM_FAULTS.roleHasAttachedPolicies();
  if (role.inlinePolicies.size > 0) throw IAM_FAULTS.roleHasInlinePolicies();
  account.roles.delete(role.name);
  span.change({ what: `Role ${role.arn}`, before: { arn: role.arn, id: role.id }, after: null });
  return null;
};
