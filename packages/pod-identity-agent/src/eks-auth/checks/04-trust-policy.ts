import type { Arn, Json } from "@irsa-sim/core";
import { type ConditionKeys, evaluatePolicies, type Role, requestContext, toContext } from "@irsa-sim/iam";
import type { Association } from "../cluster-identity.js";
import { type EksAuthCall, fail, pass } from "../eks-auth-call.js";
import { EKS_AUTH_FAULTS } from "../eks-auth-fault.js";

/** By what trust policies name EKS Pod Identity. */
const SERVICE_PRINCIPAL = "pods.eks.amazonaws.com";

const CHECK = { check: "eks-auth.trust-policy", title: "the role trusts EKS Pod Identity" } as const;

/**
 * Asks the role's trust policy, once for the role and once for the tags that the session always brings.
 * Differs from EKS, which assumes the role by a call of STS: the trust policy is asked here, without that call. Resource control policies are left out.
 *
 * @throws {EksAuthFault} `AccessDeniedException`, with one text for everything
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 */
export function checkTrustPolicy(call: EksAuthCall, { roleArn }: Association, tags: ReadonlyMap<string, string>): Role {
  const role = call.iam.findRole(roleArn);
  if (role === null) {
    const actual = { value: "no such role" };
    throw fail(call, { ...CHECK, expected: { value: roleArn }, actual, reason: "role-missing" }, EKS_AUTH_FAULTS.roleNotAssumable());
  }
  const context = toContext(conditionKeys(call, tags));
  for (const action of ["sts:AssumeRole", "sts:TagSession"]) {
    const decision = evaluatePolicies([role.trustPolicy], { action, principal: { kind: "Service", arns: [SERVICE_PRINCIPAL as Arn] }, context });
    const { outcome, decisive } = decision;
    const record = {
      ...CHECK,
      expected: {
        value: `Allow ${action} for Service ${SERVICE_PRINCIPAL}`,
        from: { file: role.trustPolicy.source, pointer: decisive?.pointer ?? "/Statement" },
      },
      actual: { value: outcome === "allowed" ? `${role.trustPolicy.source} allows it` : outcome },
      details: { action, roleArn, ...decision } as unknown as Json,
    };
    if (outcome !== "allowed") throw fail(call, { ...record, reason: outcome }, EKS_AUTH_FAULTS.roleNotAssumable());
    pass(call, record);
  }
  return role;
}

function conditionKeys({ iam, request, region, clock, cluster }: EksAuthCall, tags: ReadonlyMap<string, string>): ConditionKeys {
  return [
    ...requestContext({ iam, request, region, now: clock.now() }),
    ["aws:PrincipalIsAWSService", ["true"]],
    ["aws:PrincipalServiceName", [SERVICE_PRINCIPAL]],
    ["aws:SourceArn", [cluster.arn]],
    ["aws:SourceAccount", [cluster.arn.split(":")[4] ?? ""]],
    ["aws:TagKeys", [...tags.keys()]],
    ["sts:TransitiveTagKeys", [...tags.keys()]],
    ...[...tags].map(([key, value]) => [`aws:RequestTag/${key}`, [value]] as const),
  ];
}
