import { type JsonObject, networkPathOf } from "@irsa-sim/core";
import type { Caller } from "../authentication/authentication.js";
import { findCallerPolicies } from "../authentication/find-caller-policies.js";
import { type AuthorizationDecision, authorize } from "../evaluation/authorize.js";
import type { StoredPolicy } from "../evaluation/stored-policy.js";
import { callerContext } from "../sessions/session-context.js";
import { accountOf, principalsOf } from "./caller-names.js";
import { type ConditionKeys, toContext } from "./condition-keys.js";
import { organizationContext, type RequestContextInput, requestContext } from "./request-context.js";

/** Whose resource is called, and what its own policy says. */
export interface ResourceOwner {
  readonly accountId: string;
  /** By what explanations name its policy: `bucket/my-bucket/policy`. */
  readonly policySource: string;
  /** `null` for a resource that has none. */
  readonly policy: JsonObject | null;
  /** Whether without its policy's allow nobody may, as with a key of KMS and a role's trust; not so when absent. */
  readonly policyMustAllow?: boolean;
}

/** A call that a service is about to carry out. */
export interface AuthorizedCall extends RequestContextInput {
  /** `null` for a stranger. */
  readonly caller: Caller | null;
  /** `s3:GetObject`. */
  readonly action: string;
  /** `arn:aws:s3:::my-bucket/hello.txt`, or `*`. */
  readonly resource: string;
  /** `null` for what belongs to the caller's own account and has no policy. */
  readonly owner: ResourceOwner | null;
  /** Keys of the service's own; of a key that is told twice the last counts. */
  readonly context?: ConditionKeys;
}

const NO_POLICIES = { identityPolicies: [], permissionsBoundary: null, sessionPolicies: null, serviceControlPolicies: null };

/** Decides a call by all policies that have a say, as they are now; nothing is recorded. */
export function authorizeCall(call: AuthorizedCall): AuthorizationDecision {
  const { iam, request, caller, action, resource, owner, context = [] } = call;
  const isCrossAccount = caller !== null && owner !== null && accountOf(caller) !== owner.accountId;
  return authorize({
    request: { action, resource, principal: { kind: "AWS", arns: principalsOf(caller) }, context: toContext([...conditionKeys(call), ...context]) },
    ...(caller === null ? NO_POLICIES : findCallerPolicies(iam, caller)),
    resourcePolicy: owner === null ? null : resourcePolicyOf(owner, isCrossAccount),
    resourcePolicyMustAllow: owner?.policyMustAllow ?? false,
    isCrossAccount,
    resourceControlPolicies: owner === null ? null : (iam.account(owner.accountId)?.guardrails.resourceControlPolicies ?? null),
    vpcEndpointPolicy: vpcEndpointPolicyOf({ iam, request }),
  });
}

/** A resource without a policy lets nobody of another account in. */
function resourcePolicyOf({ policySource, policy }: ResourceOwner, isCrossAccount: boolean): StoredPolicy | null {
  if (policy !== null) return { source: policySource, document: policy };
  return isCrossAccount ? { source: policySource, document: { Version: "2012-10-17", Statement: [] } } : null;
}

/** The policy of the endpoint through which a request came; `null` for one that allows everything, and without one. */
export function vpcEndpointPolicyOf({ iam, request }: Pick<RequestContextInput, "iam" | "request">): StoredPolicy | null {
  const { vpcEndpointId } = networkPathOf(request);
  return vpcEndpointId === null ? null : (iam.findVpcEndpoint(vpcEndpointId)?.policy ?? null);
}

function conditionKeys(call: Omit<AuthorizedCall, "action">): ConditionKeys {
  const { iam, caller, owner } = call;
  const resourceAccount = owner?.accountId ?? (caller === null ? null : accountOf(caller));
  return [
    ...requestContext(call),
    ...(caller === null ? [] : [...callerContext(caller), ...organizationContext(iam, accountOf(caller), "Principal")]),
    ...(resourceAccount === null ? [] : resourceContext(call, resourceAccount)),
  ];
}

function resourceContext({ iam }: Pick<RequestContextInput, "iam">, accountId: string): ConditionKeys {
  return [["aws:ResourceAccount", [accountId]], ...organizationContext(iam, accountId, "Resource")];
}
