import type { Caller, User } from "@irsa-sim/iam";
import { fail } from "../checks/check-context.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { StsCall } from "./sts-action.js";

/** @throws {StsFault} `AccessDenied` for a caller with temporary credentials, which beget no others of their kind */
export function requireLongLivedKey(call: StsCall, caller: Caller): User {
  if (caller.kind === "user" && caller.session === null) return caller.user;
  const outcome = {
    check: "sts.caller",
    title: "a user's own key",
    expected: { value: "signed with a user's long-lived key" },
    actual: { value: caller.arn },
    reason: "temporary-credentials",
  };
  throw fail(call, outcome, STS_FAULTS.notWithSessionCredentials(call.query.action ?? ""));
}
