import { type IamAction, requiredParameter } from "../iam-call.js";
import { IAM_FAULTS } from "../iam-fault.js";
import { parsePolicyDocument } from "../parse-policy-document.js";

/** `PutRolePolicy`: adds or replaces an inline policy; live sessions of the role are judged by it from now on. */
export const putRolePolicy: IamAction = ({ account, query, span }) => {
  const roleName = requiredParameter(query, "RoleName");
  const policyName = requiredParameter(query, "PolicyName");
  const document = parsePolicyDocument(requiredParameter(query, "PolicyDocument"), "identity");
  const role = account.roles.get(roleName);
  if (role === undefined) throw IAM_FAULTS.roleMissing(roleName);
  const inlinePolicies = new Map(role.inlinePolicies).set(policyName, { source: `role/${roleName}/policy/${policyName}`, document });
  account.roles.set(roleName, { ...role, inlinePolicies });
  span.change({ what: `RolePolicy ${roleName}/${policyName}`, before: role.inlinePolicies.get(policyName)?.document ?? null, after: document });
  return null;
};
