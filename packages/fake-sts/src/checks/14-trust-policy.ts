import { extend, type Json } from "@irsa-sim/core";
import { evaluatePolicies, findTrustPolicyMistakes, noteUnseenChange, type PolicyRequest, type Role } from "@irsa-sim/iam";
import { checkResourceControlPolicies } from "../trust/check-resource-control-policies.js";
import { checkVpcEndpointPolicy } from "../trust/check-vpc-endpoint-policy.js";
import { explainTrustDecision } from "../trust/explain-trust-decision.js";
import { trustRequest } from "../trust/trust-request.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { SessionPolicyChecked } from "./13-session-policy.js";
import { fail, pass } from "./check-context.js";

/** The role, which trusts this token. */
export interface TrustPolicyChecked extends SessionPolicyChecked {
  readonly role: Role;
}

const CHECK = { check: "sts.trust-policy", title: "trust policy" } as const;

/**
 * Asks the role's trust policy. A role that does not exist is refused in the same words: the caller must not learn which roles exist.
 *
 * @throws {StsFault} `AccessDenied`
 * @see sts-and-iam.md, section 5
 */
export function checkTrustPolicy(context: SessionPolicyChecked): TrustPolicyChecked {
  const { roleArn, sts } = context;
  const role = sts.iam.findRole(roleArn.arn);
  if (role === null) {
    const roles = [...(sts.iam.account(roleArn.account)?.roles.values() ?? [])].map(({ arn }) => arn);
    const expected = { value: roleArn.arn, from: { file: "request", pointer: "RoleArn" } };
    const actual = { value: roles.join(", ") || "none", from: { file: `account/${roleArn.account}`, pointer: "/Roles" } };
    noteUnseenChange(sts.iam, roleArn.arn, context.span);
    throw fail(context, { ...CHECK, expected, actual, reason: "role-missing" }, STS_FAULTS.notAuthorized());
  }
  const { tags, transitiveTagKeys, sourceIdentity, roles } = context.sessionClaims;
  const request = trustRequest({
    claims: context.claims,
    audience: context.audience,
    provider: context.provider,
    roleSessionName: context.parameters.roleSessionName,
    role,
    session: { tags, transitiveTagKeys, sourceIdentity, isAuthorizedByIdp: roles !== null },
    iam: sts.iam,
    region: sts.region,
    now: sts.clock.now(),
    request: context.request,
  });
  const guardrails = sts.iam.account(roleArn.account)?.guardrails.resourceControlPolicies ?? null;
  if (guardrails !== null) checkResourceControlPolicies(context, guardrails, { ...request, resource: role.arn });
  checkVpcEndpointPolicy(context, { ...request, resource: role.arn });
  noteMistakes(context, role);
  enforce(context, role, request);
  // Tags and a source identity are actions of their own, which the trust policy must allow too.
  if (tags.size > 0) enforce(context, role, { ...request, action: "sts:TagSession" });
  if (sourceIdentity !== null) enforce(context, role, { ...request, action: "sts:SetSourceIdentity" });
  return extend(context, { role });
}

/** Says what is mistaken in the policy, whether it is refused for it or not; the caller never learns of it. */
function noteMistakes({ roleArn, provider, claims, audience, sessionClaims, span }: SessionPolicyChecked, role: Role): void {
  const mistakes = findTrustPolicyMistakes(role.trustPolicy.document, {
    accountId: roleArn.account,
    providerUrl: provider.url,
    clientIds: provider.clientIds,
    subject: claims.sub,
    audience,
    hasSessionTags: sessionClaims.tags.size > 0,
  });
  for (const mistake of mistakes) span.note("sts.trust-policy-mistake", { policy: role.trustPolicy.source, ...mistake });
}

/** @throws {StsFault} `AccessDenied` */
function enforce(context: SessionPolicyChecked, role: Role, request: PolicyRequest): void {
  const decision = evaluatePolicies([role.trustPolicy], request);
  const { reason, expected, actual, operator, conditionKey } = explainTrustDecision(decision, {
    role,
    provider: context.provider,
    azp: context.claims.azp !== null,
    action: request.action,
  });
  const isMain = request.action === "sts:AssumeRoleWithWebIdentity";
  const outcome = {
    ...CHECK,
    ...(isMain ? {} : { title: `trust policy: ${request.action}` }),
    expected,
    actual,
    details: asJson({ ...decision, operator, conditionKey, ...(isMain ? {} : { action: request.action }) }),
  };
  if (reason !== null) {
    noteUnseenChange(context.sts.iam, role.arn, context.span);
    throw fail(context, { ...outcome, reason }, STS_FAULTS.notAuthorized());
  }
  pass(context, outcome);
}

/** A decision is plain data; its optional members are left out where they are undefined. */
function asJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
