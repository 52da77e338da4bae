import type { Json } from "@irsa-sim/core";
import { evaluatePolicies, type Role } from "@irsa-sim/iam";
import { explainTrustDecision } from "../trust/explain-trust-decision.js";
import { trustRequest } from "../trust/trust-request.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { VerificationKeyChecked } from "./07-verification-key.js";
import { fail, pass } from "./check-context.js";

/** The role, which trusts this token. */
export interface TrustPolicyChecked extends VerificationKeyChecked {
  readonly role: Role;
}

const CHECK = { check: "sts.trust-policy", title: "trust policy" } as const;

/**
 * Asks the role's trust policy. A role that does not exist is refused in the same words: the caller must not learn which roles exist.
 *
 * @throws {StsFault} `AccessDenied`
 * @see sts-and-iam.md, section 5
 */
export function checkTrustPolicy(context: VerificationKeyChecked): TrustPolicyChecked {
  const { roleArn, sts } = context;
  const role = sts.iam.findRole(roleArn.arn);
  if (role === null) {
    const roles = [...(sts.iam.account(roleArn.account)?.roles.values() ?? [])].map(({ arn }) => arn);
    const expected = { value: roleArn.arn, from: { file: "request", pointer: "RoleArn" } };
    const actual = { value: roles.join(", ") || "none", from: { file: `account/${roleArn.account}`, pointer: "/Roles" } };
    throw fail(context, { ...CHECK, expected, actual, reason: "role-missing" }, STS_FAULTS.notAuthorized());
  }
  const request = trustRequest({
    claims: context.claims,
    audience: context.audience,
    provider: context.provider,
    roleSessionName: context.parameters.roleSessionName,
    region: sts.region,
    now: sts.clock.now(),
    request: context.request,
  });
  const decision = evaluatePolicies([role.trustPolicy], request);
  const { reason, expected, actual, operator, conditionKey } = explainTrustDecision(decision, {
    role,
    provider: context.provider,
    azp: context.claims.azp !== null,
  });
  const outcome = { ...CHECK, expected, actual, details: asJson({ ...decision, operator, conditionKey }) };
  if (reason !== null) throw fail(context, { ...outcome, reason }, STS_FAULTS.notAuthorized());
  pass(context, outcome);
  return { ...context, role };
}

/** A decision is plain data; its optional members are left out where they are undefined. */
function asJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
