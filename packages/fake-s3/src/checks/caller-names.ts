import type { Caller } from "@irsa-sim/iam";

/** ARNs by which policies of a resource may name a caller: a session goes by its role's too; a stranger by none, so that only `*` names him. */
export function principalsOf(caller: Caller | null) {
  if (caller === null) return [];
  return caller.kind === "user" ? [caller.arn] : [caller.session.roleArn, caller.arn];
}

/** The account that a caller belongs to. */
export function accountOf({ arn }: Caller): string {
  return arn.split(":")[4] ?? "";
}
