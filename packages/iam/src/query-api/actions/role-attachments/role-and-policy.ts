import { required } from "../../parameters/parameter-readers.js";
import { ARN } from "../../parameters/parameter-rules.js";
import { ROLE_NAME } from "../roles/role-name.js";

/** The parameters that say what is attached to what. */
export const ROLE_AND_POLICY = { ...ROLE_NAME, PolicyArn: required(ARN) } as const;
