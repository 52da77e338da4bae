import type { ClientCall } from "./client-call.js";

/** Services that ask who calls. */
const ASKING = ["sts", "s3", "iam", "aws"];
/** Anonymous by nature: what is asked for is credentials. */
const UNSIGNED = ["AssumeRoleWithWebIdentity", "AssumeRoleWithSAML"];

/** Whether a call is made as somebody. */
export function asksWhoCalls({ to, name }: Pick<ClientCall, "to" | "name">): boolean {
  return ASKING.includes(to) && !UNSIGNED.includes(name);
}
