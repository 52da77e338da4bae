import type { IamAction } from "../../iam-call.js";
import { required } from "../../parameters/parameter-readers.js";
import { ROLE_DESCRIPTION } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requireRole } from "../../require-entity.js";
import { storeRole } from "../../store-entity.js";
import { describeRole } from "./describe-role.js";
import { ROLE_NAME } from "./role-name.js";

/** `UpdateRoleDescription`, the older sister of `UpdateRole`; it shows the role. */
export const updateRoleDescription: IamAction = (call) => {
  const { RoleName, Description: description } = readParameters(call.query, { ...ROLE_NAME, Description: required(ROLE_DESCRIPTION) });
  const role = { ...requireRole(call.account, RoleName), description };
  const before = call.account.roles.get(RoleName)?.description ?? "";
  storeRole(call, role, { what: `Role ${role.arn}`, before: { description: before }, after: { description } });
  return describeRole(role);
};
