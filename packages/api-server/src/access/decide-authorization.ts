/**
 * Who may do what, as a pure rule: members of `system:masters` everything, a kubelet what concerns the pods of its node, others what was granted
 * to them when the cluster was made.
 * @see kubernetes-tokens.md, section 1.9
 */
import { nodeNameOf, type User } from "./user.js";

/** What a caller wants to do. */
export interface RequestAttributes {
  /** `get`, `list`, `watch`, `create`, `update`, `patch` or `delete`. */
  readonly verb: string;
  /** Plural, with the subresource: `serviceaccounts/token`. */
  readonly resource: string;
  readonly namespace: string | null;
  /** Empty for a collection. */
  readonly name: string;
  /** The `fieldSelector` of a list; empty for none. */
  readonly fieldSelector: string;
}

/** A pod, as far as the node's rights depend on it. */
export interface ScheduledPod {
  readonly namespace: string;
  readonly name: string;
  readonly nodeName: string;
  readonly serviceAccountName: string;
  /** Names of those that its volumes show, or its containers take variables from. */
  readonly configMaps: readonly string[];
  /** Names of those that its volumes show, or its containers take variables from. */
  readonly secrets: readonly string[];
}

/** What one user may do, as a ClusterRole or, in one namespace, a Role would say it. */
export interface Grant {
  readonly user: string;
  /** `null` for all namespaces. */
  readonly namespace: string | null;
  readonly verbs: readonly string[];
  readonly resources: readonly string[];
}

/** What the decision depends on besides the request. */
export interface AuthorizationState {
  /** All that are stored. */
  readonly pods: Iterable<ScheduledPod>;
  readonly grants: readonly Grant[];
}

/** The decision; the reason of a refusal is Kubernetes' own and may be empty. */
export type AuthorizationDecision = { readonly isAllowed: true } | { readonly isAllowed: false; readonly reason: string };

const ALLOWED: AuthorizationDecision = { isAllowed: true };

/** Decides for a caller. */
export function decideAuthorization(user: User, wanted: RequestAttributes, { pods, grants }: AuthorizationState): AuthorizationDecision {
  if (user.groups.includes("system:masters")) return ALLOWED;
  const node = nodeNameOf(user);
  if (node !== null) return decideForNode(node, wanted, pods);
  return grants.some((grant) => grant.user === user.name && covers(grant, wanted)) ? ALLOWED : { isAllowed: false, reason: "" };
}

function covers({ namespace, verbs, resources }: Grant, wanted: RequestAttributes): boolean {
  return (namespace === null || namespace === wanted.namespace) && verbs.includes(wanted.verb) && resources.includes(wanted.resource);
}

function decideForNode(
  node: string,
  { verb, resource, namespace, name, fieldSelector }: RequestAttributes,
  pods: Iterable<ScheduledPod>,
): AuthorizationDecision {
  const isRelated = (relates: (pod: ScheduledPod) => boolean): AuthorizationDecision => {
    for (const pod of pods) {
      if (pod.nodeName === node && pod.namespace === namespace && relates(pod)) return ALLOWED;
    }
    return { isAllowed: false, reason: `no relationship found between node '${node}' and this object` };
  };
  switch (`${verb} ${resource}`) {
    case "get nodes":
      return name === node ? ALLOWED : { isAllowed: false, reason: `node '${node}' cannot read '${name}', only its own Node object` };
    case "list pods":
    case "watch pods":
      return fieldSelector.split(",").includes(`spec.nodeName=${node}`)
        ? ALLOWED
        : { isAllowed: false, reason: "can only list/watch pods with spec.nodeName field selector" };
    case "get pods":
      return isRelated((pod) => pod.name === name);
    // For mirror pods, and those of its own, which admission sees to.
    case "create pods":
    case "delete pods":
    case "create tokenreviews":
    case "create events":
    case "patch events":
    // Of which pod or node, admission sees to.
    case "update pods/status":
    case "patch pods/status":
    case "update nodes/status":
    case "patch nodes/status":
      return ALLOWED;
    case "get configmaps":
    case "list configmaps":
    case "watch configmaps":
      return isRelated((pod) => pod.configMaps.includes(name || nameIn(fieldSelector)));
    case "get secrets":
    case "list secrets":
    case "watch secrets":
      return isRelated((pod) => pod.secrets.includes(name || nameIn(fieldSelector)));
    case "create serviceaccounts/token":
      return isRelated((pod) => pod.serviceAccountName === name);
    default:
      return { isAllowed: false, reason: "" };
  }
}

/** A collection of which one name is selected counts as that object. */
function nameIn(fieldSelector: string): string {
  return /^metadata\.name==?([^,!=]+)$/.exec(fieldSelector)?.[1] ?? "";
}
