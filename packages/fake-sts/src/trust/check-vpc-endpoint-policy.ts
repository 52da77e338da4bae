import type { Json } from "@irsa-sim/core";
import { evaluatePolicies, type PolicyRequest, vpcEndpointPolicyOf } from "@irsa-sim/iam";
import { type CheckContext, fail, pass } from "../checks/check-context.js";
import { STS_FAULTS } from "../wire/sts-fault.js";

/** Nobody has signed, and so nobody but everybody is named. */
const STRANGER = { kind: "AWS", arns: [] } as const;

/**
 * Asks the policy of the VPC endpoint through which the request came; without one nothing is recorded.
 * Differs from AWS, perhaps: what AWS says of a web identity that an endpoint's policy refuses is unconfirmed; here it is what a trust policy's refusal is told as.
 *
 * @throws {StsFault} `AccessDenied`
 */
export function checkVpcEndpointPolicy(context: CheckContext, request: PolicyRequest): void {
  const policy = vpcEndpointPolicyOf({ iam: context.sts.iam, request: context.request });
  if (policy === null) return;
  const decision = evaluatePolicies([policy], { ...request, principal: STRANGER });
  const { decisive, outcome } = decision;
  const outcomeOfCheck = {
    check: "sts.vpc-endpoint-policy",
    title: "the VPC endpoint's policy",
    expected: { value: `Allow ${request.action} on ${request.resource}`, from: { file: policy.source, pointer: decisive?.pointer ?? "/Statement" } },
    actual: {
      value: outcome === "allowed" ? `${policy.source} allows it` : `${policy.source} ${outcome === "explicit-deny" ? "denies it" : "does not allow it"}`,
    },
    details: JSON.parse(JSON.stringify(decision)) as Json,
  };
  if (outcome !== "allowed") throw fail(context, { ...outcomeOfCheck, reason: outcome }, STS_FAULTS.notAuthorized());
  pass(context, outcomeOfCheck);
}
