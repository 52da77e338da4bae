import type { Json } from "@irsa-sim/core";
import { authorizeCall, type Caller } from "@irsa-sim/iam";
import { fail, pass } from "../checks/check-context.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { StsCall } from "./sts-action.js";

/** @throws {StsFault} `AccessDenied` when the caller's own policies do not allow the action */
export function requireAllow(call: StsCall, caller: Caller, { action, resource }: { readonly action: string; readonly resource: string }): void {
  const { sts, request } = call;
  const decision = authorizeCall({ iam: sts.iam, request, region: sts.region, now: sts.clock.now(), caller, action, resource, owner: null });
  const { decisive, outcome } = decision.decidedBy.decision;
  const record = {
    check: "sts.authorization",
    title: "the caller's policies allow the action",
    expected: { value: `Allow ${action} on ${resource}` },
    actual: { value: decision.allowed ? `${decisive?.policy} allows it` : decision.tail },
    details: JSON.parse(JSON.stringify(decision)) as Json,
  };
  if (!decision.allowed) throw fail(call, { ...record, reason: outcome }, STS_FAULTS.accessDenied(caller.arn, action, resource, decision.tail));
  pass(call, record);
}
