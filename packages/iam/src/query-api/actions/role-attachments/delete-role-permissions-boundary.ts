import type { IamAction } from "../../iam-call.js";
import { storeRole } from "../../store-entity.js";
import { readRole } from "../roles/role-name.js";

/** `DeleteRolePermissionsBoundary`. Differs from AWS, perhaps: without a boundary it succeeds. */
export const deleteRolePermissionsBoundary: IamAction = (call) => {
  const { permissionsBoundaryArn = null, ...role } = readRole(call);
  storeRole(call, role, { what: `Role ${role.arn}`, before: { permissionsBoundaryArn }, after: { permissionsBoundaryArn: null } });
  return null;
};
