import type { Arn } from "@irsa-sim/core";
import type { Caller } from "../authentication/authentication.js";

/** ARNs by which policies of a resource may name a caller: a session goes by its role's or user's too; a stranger by none, so that only `*` names him. */
export function principalsOf(caller: Caller | null): readonly Arn[] {
  if (caller === null) return [];
  const own = caller.kind === "user" ? caller.user.arn : caller.session.roleArn;
  return own === caller.arn ? [own] : [own, caller.arn];
}

/** The account that a caller belongs to. */
export function accountOf({ arn }: Caller): string {
  return arn.split(":")[4] ?? "";
}
