import type { IamAction } from "../../iam-call.js";
import { describeRole } from "./describe-role.js";
import { readRole } from "./role-name.js";

/** `GetRole`. Leaves out: when the role was used last, which AWS tells hours later. */
export const getRole: IamAction = (call) => describeRole(readRole(call), { RoleLastUsed: {} });
