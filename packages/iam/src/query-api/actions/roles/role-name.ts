import type { Role } from "../../../accounts/account.js";
import type { IamCall } from "../../iam-call.js";
import { integer, required } from "../../parameters/parameter-readers.js";
import { ROLE_NAME as RULE } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requireRole } from "../../require-entity.js";

/** The parameter that says which role a call is about. */
export const ROLE_NAME = { RoleName: required(RULE) } as const;

/** 3600 to 43200 seconds. */
export const MAX_SESSION_DURATION = integer({ min: 3600, max: 43_200 });

/** @throws {IamFault} `ValidationError` or `NoSuchEntity` */
export function readRole({ account, query }: IamCall): Role {
  return requireRole(account, readParameters(query, ROLE_NAME).RoleName);
}
