import type { IamAction } from "../../iam-call.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requireRole } from "../../require-entity.js";
import { storeRole } from "../../store-entity.js";
import { ROLE_AND_POLICY } from "./role-and-policy.js";

/** `DetachRolePolicy`. */
export const detachRolePolicy: IamAction = (call) => {
  const { RoleName, PolicyArn } = readParameters(call.query, ROLE_AND_POLICY);
  const role = requireRole(call.account, RoleName);
  const before = role.attachedPolicyArns ?? [];
  const attachedPolicyArns = before.filter((arn) => arn !== PolicyArn);
  if (attachedPolicyArns.length === before.length) throw IAM_FAULTS.policyMissing(PolicyArn);
  storeRole(call, { ...role, attachedPolicyArns }, { what: `Role ${role.arn}`, before: { attachedPolicyArns: before }, after: { attachedPolicyArns } });
  return null;
};
