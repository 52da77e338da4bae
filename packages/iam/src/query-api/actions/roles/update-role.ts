import type { IamAction } from "../../iam-call.js";
import { optional } from "../../parameters/parameter-readers.js";
import { ROLE_DESCRIPTION } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requireRole } from "../../require-entity.js";
import { storeRole } from "../../store-entity.js";
import { MAX_SESSION_DURATION, ROLE_NAME } from "./role-name.js";

const PARAMETERS = { ...ROLE_NAME, Description: optional(ROLE_DESCRIPTION), MaxSessionDuration: MAX_SESSION_DURATION };

/** `UpdateRole`: description and longest session; what is not named stays. */
export const updateRole: IamAction = (call) => {
  const { RoleName, Description, MaxSessionDuration } = readParameters(call.query, PARAMETERS);
  const role = requireRole(call.account, RoleName);
  const after = { description: Description ?? role.description ?? "", maxSessionDurationSeconds: MaxSessionDuration ?? role.maxSessionDurationSeconds };
  const before = { description: role.description ?? "", maxSessionDurationSeconds: role.maxSessionDurationSeconds };
  storeRole(call, { ...role, ...after }, { what: `Role ${role.arn}`, before, after });
  return {};
};
