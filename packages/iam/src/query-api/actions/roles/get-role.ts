import type { IamAction } from "../../iam-call.js";
import { describeRole } from "./describe-role.js";
import { readRole } from "./role-name.js";

/** `GetRole`. Leaves out: `RoleLastUsed`. */
export const getRole: IamAction = (call) => describeRole(readRole(call));
