import { parseArn } from "../gather/parse-arn.js";

/** A role's name behind its path. */
const ROLE = /^role\/(?:[\w+=,.@/-]+\/)?([\w+=,.@-]{1,64})$/;

/** A role's name in its ARN; `null` for what is none. */
export function roleNameIn(arn: string | null): string | null {
  return ROLE.exec(parseArn(arn ?? "")?.resource ?? "")?.[1] ?? null;
}
