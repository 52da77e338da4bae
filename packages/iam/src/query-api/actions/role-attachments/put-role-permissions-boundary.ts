import type { IamAction } from "../../iam-call.js";
import { required } from "../../parameters/parameter-readers.js";
import { ARN } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requireRole } from "../../require-entity.js";
import { storeRole } from "../../store-entity.js";
import { ROLE_NAME } from "../roles/role-name.js";
import { requireBoundary } from "./require-boundary.js";

/** `PutRolePermissionsBoundary`; live sessions of the role are limited by it from now on. */
export const putRolePermissionsBoundary: IamAction = (call) => {
  const { RoleName, PermissionsBoundary } = readParameters(call.query, { ...ROLE_NAME, PermissionsBoundary: required(ARN) });
  const role = requireRole(call.account, RoleName);
  const permissionsBoundaryArn = requireBoundary(call.account, PermissionsBoundary).arn;
  storeRole(
    call,
    { ...role, permissionsBoundaryArn },
    {
      what: `Role ${role.arn}`,
      before: { permissionsBoundaryArn: role.permissionsBoundaryArn ?? null },
      after: { permissionsBoundaryArn },
    },
  );
  return null;
};
