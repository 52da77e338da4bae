import type { Caller } from "@irsa-sim/iam";
import { requireConstraints } from "../checks/require-constraints.js";
import { ACTION_CONSTRAINTS } from "../parameters/action-constraints.js";
import { parseInt32 } from "../parameters/parse-int32.js";
import { credentialsResult } from "../wire/credentials-result.js";
import { requireLongLivedKey } from "./require-long-lived-key.js";
import type { StsCall, StsResult } from "./sts-action.js";

const DEFAULT_DURATION_SECONDS = 43_200;

/**
 * Temporary credentials for a user itself.
 * Leaves out: codes of MFA devices, which nobody has here; limits on calling IAM with such credentials.
 *
 * @throws {StsFault} `ValidationError`, `MalformedInput`, or `AccessDenied` for a caller that has temporary credentials already
 * @see sts-and-iam.md, section 1.6
 */
export async function getSessionToken(call: StsCall, caller: Caller): Promise<StsResult> {
  requireConstraints(call, ACTION_CONSTRAINTS.GetSessionToken);
  const user = requireLongLivedKey(call, caller);
  const durationSeconds = parseInt32(call.query.parameters.get("DurationSeconds") ?? "") ?? DEFAULT_DURATION_SECONDS;
  return { Credentials: credentialsResult(await call.sts.sessions.issueForUser({ user, federatedUser: null, durationSeconds })) };
}
