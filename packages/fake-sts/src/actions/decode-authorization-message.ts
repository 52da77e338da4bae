import type { Caller } from "@irsa-sim/iam";
import { fail } from "../checks/check-context.js";
import { requireConstraints } from "../checks/require-constraints.js";
import { ACTION_CONSTRAINTS } from "../parameters/action-constraints.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import { requireAllow } from "./require-allow.js";
import type { StsCall, StsResult } from "./sts-action.js";

/**
 * Decodes what a service answered instead of a reason; none of the simulator's services encodes its reasons, so that no message is good.
 *
 * @throws {StsFault} `ValidationError`, `AccessDenied` or `InvalidAuthorizationMessageException`
 * @see sts-and-iam.md, section 1.6
 */
export function decodeAuthorizationMessage(call: StsCall, caller: Caller): StsResult {
  requireConstraints(call, ACTION_CONSTRAINTS.DecodeAuthorizationMessage);
  requireAllow(call, caller, { action: "sts:DecodeAuthorizationMessage", resource: "*" });
  const outcome = {
    check: "sts.encoded-message",
    title: "encoded message",
    expected: { value: "a message that a service of AWS encoded" },
    actual: { value: "another text", from: { file: "request", pointer: "EncodedMessage" } },
    reason: "not-encoded-here",
  };
  throw fail(call, outcome, STS_FAULTS.messageInvalid());
}
