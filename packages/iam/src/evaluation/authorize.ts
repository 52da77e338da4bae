/**
 * Whether a request is allowed when several kinds of policies have a say: the layers of IAM, combined.
 * @see sts-and-iam.md, section 6.1; policies.md, items 5 to 8
 */

import type { PolicyDecision, PolicyRequest } from "./decision.js";
import { evaluatePolicies } from "./evaluate-policies.js";
import { type ResourceGrant, resourceGrant } from "./resource-grant.js";
import type { StoredPolicy } from "./stored-policy.js";

/** A kind of policy, in the words of IAM's messages. */
export type PolicyLayer =
  | "service control policy"
  | "resource control policy"
  | "VPC endpoint policy"
  | "resource-based policy"
  | "identity-based policy"
  | "permissions boundary"
  | "session policy";

/** The policies that have a say; `null` where a kind does not take part. */
export interface AuthorizationInput {
  /** With the ARNs of the caller as principal: the role's and the session's, or the user's. */
  readonly request: PolicyRequest;
  readonly identityPolicies: readonly StoredPolicy[];
  readonly permissionsBoundary: StoredPolicy | null;
  /** Of which one must allow. */
  readonly sessionPolicies: readonly StoredPolicy[] | null;
  readonly resourcePolicy: StoredPolicy | null;
  /** Whether without its allow nobody may, as with a key's policy and a role's trust policy; not so when absent. */
  readonly resourcePolicyMustAllow?: boolean;
  /** Whether the resource belongs to another account than the caller. */
  readonly isCrossAccount: boolean;
  readonly serviceControlPolicies: readonly StoredPolicy[] | null;
  readonly resourceControlPolicies: readonly StoredPolicy[] | null;
  /** Of the endpoint through which the request came; none when absent. */
  readonly vpcEndpointPolicy?: StoredPolicy | null;
}

/** How one layer came out. */
export interface LayerDecision {
  readonly layer: PolicyLayer;
  readonly decision: PolicyDecision;
}

/** What all layers together decided. */
export interface AuthorizationDecision {
  readonly allowed: boolean;
  /** The layer that refused; of a request that is allowed, the one that granted it. */
  readonly decidedBy: LayerDecision;
  /** Each layer that takes part, with its own record. */
  readonly layers: readonly LayerDecision[];
  /** The end of IAM's message, such as `because no session policy allows the s3:GetObject action`; empty when allowed. */
  readonly tail: string;
}

/**
 * Combines the layers: an explicit deny anywhere refuses; guardrails, boundary and session policies limit; identity or resource policies grant.
 *
 * @example
 * authorize({ request, identityPolicies, permissionsBoundary: null, sessionPolicies: null, resourcePolicy: null, isCrossAccount: false,
 *   serviceControlPolicies: null, resourceControlPolicies: null }).allowed;
 */
export function authorize(input: AuthorizationInput): AuthorizationDecision {
  const layers = evaluateLayers(input);
  const { action } = input.request;
  const denying = layers.find(({ decision }) => decision.outcome === "explicit-deny");
  if (denying !== undefined) return { allowed: false, decidedBy: denying, layers, tail: `with an explicit deny in ${withArticle(denying.layer)}` };
  const missing = findMissingAllow(layers, input);
  if (missing !== null) return { allowed: false, decidedBy: missing, layers, tail: `because no ${missing.layer} allows the ${action} action` };
  return { allowed: true, decidedBy: granting(layers), layers, tail: "" };
}

/** In the order in which a refusal names them. */
function evaluateLayers(input: AuthorizationInput): readonly LayerDecision[] {
  // Only a resource's own policies name principals.
  const ofIdentity = { ...input.request, principal: null };
  const { principal } = input.request;
  const ofResource = { ...input.request, principal: principal && { ...principal, hasPermissionsBoundary: input.permissionsBoundary !== null } };
  const { vpcEndpointPolicy = null } = input;
  const layer = (name: PolicyLayer, policies: readonly StoredPolicy[] | null, request: PolicyRequest = ofIdentity): readonly LayerDecision[] =>
    policies === null ? [] : [{ layer: name, decision: evaluatePolicies(policies, request) }];
  return [
    ...layer("service control policy", input.serviceControlPolicies),
    ...layer("resource control policy", input.resourceControlPolicies, ofResource),
    ...layer("VPC endpoint policy", vpcEndpointPolicy && [vpcEndpointPolicy], ofResource),
    ...layer("resource-based policy", input.resourcePolicy && [input.resourcePolicy], ofResource),
    ...layer("identity-based policy", input.identityPolicies),
    ...layer("permissions boundary", input.permissionsBoundary && [input.permissionsBoundary]),
    ...layer("session policy", input.sessionPolicies),
  ];
}

/** The first layer whose allow is missing; the two that can grant come before those that only limit. */
function findMissingAllow(layers: readonly LayerDecision[], { isCrossAccount, resourcePolicyMustAllow = false }: AuthorizationInput): LayerDecision | null {
  const unlessAllowed = (...names: readonly PolicyLayer[]): LayerDecision | null =>
    layers.find(({ layer, decision }) => names.includes(layer) && decision.outcome !== "allowed") ?? null;
  const limits: readonly PolicyLayer[] = ["permissions boundary", "session policy"];
  const before = unlessAllowed("service control policy", "resource control policy", "VPC endpoint policy");
  if (before !== null) return before;
  if (isCrossAccount) return unlessAllowed("resource-based policy", "identity-based policy", ...limits);
  const missing = resourcePolicyMustAllow ? unlessAllowed("resource-based policy") : null;
  if (missing !== null) return missing;
  const grant = grantOfResource(layers);
  if (grant === "unlimited") return null;
  return grant === "limited" ? unlessAllowed(...limits) : unlessAllowed("identity-based policy", ...limits);
}

function grantOfResource(layers: readonly LayerDecision[]): ResourceGrant {
  const resource = layers.find(({ layer }) => layer === "resource-based policy");
  return resource === undefined ? "none" : resourceGrant(resource.decision);
}

/** The resource's policy where it grants by itself, or else the identity's. */
function granting(layers: readonly LayerDecision[]): LayerDecision {
  const leavesItToAccount = grantOfResource(layers) === "to-account";
  const granted = layers.find(
    ({ layer, decision }) => decision.outcome === "allowed" && (layer === "identity-based policy" || (layer === "resource-based policy" && !leavesItToAccount)),
  );
  if (granted === undefined) throw new Error("a request was allowed that no policy grants");
  return granted;
}

function withArticle(layer: PolicyLayer): string {
  return `${layer === "identity-based policy" ? "an" : "a"} ${layer}`;
}
