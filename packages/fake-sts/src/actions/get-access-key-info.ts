import { type Caller, decodeAccount } from "@irsa-sim/iam";
import { fail } from "../checks/check-context.js";
import { requireConstraints, requiredParameter } from "../checks/require-constraints.js";
import { ACTION_CONSTRAINTS } from "../parameters/action-constraints.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import { requireAllow } from "./require-allow.js";
import type { StsCall, StsResult } from "./sts-action.js";

/**
 * Says to which account an access key belongs, which follows from the key id itself.
 *
 * @throws {StsFault} `ValidationError` or `AccessDenied`
 * @see sts-and-iam.md, sections 1.6 and 7
 */
export function getAccessKeyInfo(call: StsCall, caller: Caller): StsResult {
  requireConstraints(call, ACTION_CONSTRAINTS.GetAccessKeyInfo);
  requireAllow(call, caller, { action: "sts:GetAccessKeyInfo", resource: "*" });
  const accessKeyId = requiredParameter(call, "AccessKeyId");
  const account = decodeAccount(accessKeyId);
  if (account !== null) return { Account: account };
  const outcome = {
    check: "sts.access-key-id",
    title: "access key id",
    expected: { value: "AKIA or ASIA and 16 of A-Z and 2-7" },
    actual: { value: accessKeyId, from: { file: "request", pointer: "AccessKeyId" } },
    reason: "not-an-access-key-id",
  };
  throw fail(call, outcome, STS_FAULTS.accessKeyIdInvalid());
}
