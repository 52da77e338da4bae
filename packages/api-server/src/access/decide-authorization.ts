/**
 * Who may do what, as a pure rule: members of `system:masters` everything, a kubelet what concerns the pods of its node, others nothing.
 * Leaves out: RBAC objects.
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
  /** Names of those that its volumes show. */
  readonly configMaps: readonly string[];
}

/** The decision; the reason of a refusal is Kubernetes' own and may be empty. */
export type AuthorizationDecision = { readonly isAllowed: true } | { readonly isAllowed: false; readonly reason: string };

const ALLOWED: AuthorizationDecision = { isAllowed: true };

/** Decides for a caller; `pods` are all that are stored. */
export function decideAuthorization(user: User, wanted: RequestAttributes, pods: Iterable<ScheduledPod>): AuthorizationDecision {
  if (user.groups.includes("system:masters")) return ALLOWED;
  const node = nodeNameOf(user);
  return node === null ? { isAllowed: false, reason: "" } : decideForNode(node, wanted, pods);
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
    case "get configmaps":
      return isRelated((pod) => pod.configMaps.includes(name));
    case "create serviceaccounts/token":
      return isRelated((pod) => pod.serviceAccountName === name);
    default:
      return { isAllowed: false, reason: "" };
  }
}
