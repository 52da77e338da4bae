import { required } from "../../parameters/parameter-readers.js";
import { POLICY_NAME } from "../../parameters/parameter-rules.js";
import { ROLE_NAME } from "../roles/role-name.js";

/** The parameters that say which inline policy a call is about. */
export const ROLE_POLICY_NAME = { ...ROLE_NAME, PolicyName: required(POLICY_NAME) } as const;
