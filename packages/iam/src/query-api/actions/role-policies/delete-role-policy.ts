import type { IamAction } from "../../iam-call.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requireRole } from "../../require-entity.js";
import { storeRole } from "../../store-entity.js";
import { ROLE_POLICY_NAME } from "./role-policy-name.js";

/** `DeleteRolePolicy`. */
export const deleteRolePolicy: IamAction = (call) => {
  const { RoleName, PolicyName } = readParameters(call.query, ROLE_POLICY_NAME);
  const role = requireRole(call.account, RoleName);
  const policy = role.inlinePolicies.get(PolicyName);
  if (policy === undefined) throw IAM_FAULTS.rolePolicyMissing(PolicyName);
  const inlinePolicies = new Map([...role.inlinePolicies].filter(([name]) => name !== PolicyName));
  storeRole(call, { ...role, inlinePolicies }, { what: `RolePolicy ${RoleName}/${PolicyName}`, before: policy.document, after: null });
  return null;
};
