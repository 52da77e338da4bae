import { findManagedPolicy } from "../../../accounts/find-managed-policy.js";
import type { IamAction } from "../../iam-call.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requireRole } from "../../require-entity.js";
import { storeRole } from "../../store-entity.js";
import { ROLE_AND_POLICY } from "./role-and-policy.js";

/** Can be raised to 25. */
const MAX_ATTACHED = 10;

/** `AttachRolePolicy`; attaching what is attached succeeds. */
export const attachRolePolicy: IamAction = (call) => {
  const { RoleName, PolicyArn } = readParameters(call.query, ROLE_AND_POLICY);
  const role = requireRole(call.account, RoleName);
  if (!PolicyArn.startsWith("arn:")) throw IAM_FAULTS.unparsableArn();
  const policy = findManagedPolicy(call.account, PolicyArn);
  if (policy === null) throw IAM_FAULTS.policyNotAttachable(PolicyArn);
  const before = role.attachedPolicyArns ?? [];
  if (before.includes(policy.arn)) return null;
  if (before.length >= MAX_ATTACHED) throw IAM_FAULTS.limitExceeded("PoliciesPerRole", MAX_ATTACHED);
  const attachedPolicyArns = [...before, policy.arn];
  storeRole(call, { ...role, attachedPolicyArns }, { what: `Role ${role.arn}`, before: { attachedPolicyArns: before }, after: { attachedPolicyArns } });
  return null;
};
