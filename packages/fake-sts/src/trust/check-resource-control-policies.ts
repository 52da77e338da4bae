import type { Json } from "@irsa-sim/core";
import { evaluatePolicies, type PolicyRequest, type StoredPolicy } from "@irsa-sim/iam";
import { type CheckContext, fail, pass } from "../checks/check-context.js";
import { STS_FAULTS } from "../wire/sts-fault.js";

/**
 * Asks the organization's resource control policies, which stand before the trust policy. Service control policies are not asked: the caller belongs to no account.
 *
 * @throws {StsFault} `AccessDenied`, in the words of a trust policy that refuses
 * @see sts-and-iam.md, section 5.1
 */
export function checkResourceControlPolicies(context: CheckContext, policies: readonly StoredPolicy[], request: PolicyRequest): void {
  const decision = evaluatePolicies(policies, request);
  const { decisive, outcome } = decision;
  const outcomeOfCheck = {
    check: "sts.resource-control-policy",
    title: "the organization's resource control policies",
    expected: { value: `no resource control policy that denies ${request.action}` },
    actual: {
      value: outcome === "allowed" ? "none denies it" : `${decisive?.policy} ${outcome === "explicit-deny" ? "denies it" : "does not allow it"}`,
      ...(decisive === null ? {} : { from: { file: decisive.policy, pointer: decisive.pointer } }),
    },
    details: JSON.parse(JSON.stringify(decision)) as Json,
  };
  if (outcome !== "allowed") throw fail(context, { ...outcomeOfCheck, reason: outcome }, STS_FAULTS.notAuthorized());
  pass(context, outcomeOfCheck);
}
