import type { JsonObject, Span } from "@irsa-sim/core";
import type { PodSpec } from "../admission/pod.js";
import type { Container } from "../admission/types/container.js";
import type { Volume } from "../admission/types/volume.js";
import { REFUSALS } from "../kubernetes-status.js";
import type { ObjectStore } from "../storage/object-store.js";
import { type Resource, resourceOf } from "../storage/resources.js";
import { type AuthorizationDecision, decideAuthorization, type Grant, type RequestAttributes, type ScheduledPod } from "./decide-authorization.js";
import { decideByRoles, type RoleRequest } from "./decide-by-roles.js";
import { storedRoles } from "./stored-roles.js";
import type { User } from "./user.js";

/** A request to an object or a collection. */
export interface AuthorizationRequest {
  readonly user: User;
  readonly resource: Resource;
  readonly wanted: RequestAttributes;
}

/** By what is decided. */
export interface AuthorizationSources {
  readonly store: ObjectStore;
  readonly grants: readonly Grant[];
}

/**
 * Lets a caller pass who may do what is wanted.
 *
 * @throws {KubernetesStatus} 403
 */
export function authorize(sources: AuthorizationSources, { user, resource, wanted }: AuthorizationRequest, span: Span): void {
  const decision = decideAccess(sources, user, { ...wanted, group: resource.group });
  const where = wanted.namespace === null ? "at the cluster scope" : `in the namespace "${wanted.namespace}"`;
  const what = `${wanted.verb} resource "${wanted.resource}" in API group "${resource.group}" ${where}`;
  span.check({
    check: "api-server.authorization",
    title: "caller may do this",
    passed: decision.isAllowed,
    expected: { value: `a caller who may ${what}` },
    actual: { value: user.name },
    ...(decision.isAllowed ? {} : { reason: "forbidden", details: { reason: decision.reason } }),
  });
  if (decision.isAllowed) return;
  throw REFUSALS.notAllowed(resource, wanted.name, `User "${user.name}" cannot ${what}${decision.reason === "" ? "" : `: ${decision.reason}`}`);
}

/** Decides whether a caller may do something: by what the caller is, then by roles. */
export function decideAccess({ store, grants }: AuthorizationSources, user: User, wanted: RoleRequest): AuthorizationDecision {
  const own = decideAuthorization(user, wanted, { pods: scheduledPods(store), grants });
  return own.isAllowed ? own : withRoles(own.reason, decideByRoles(user, wanted, storedRoles(store)));
}

/** What the node's rule says against it stands before what roles say. */
function withRoles(reason: string, byRoles: AuthorizationDecision): AuthorizationDecision {
  return byRoles.isAllowed ? byRoles : { isAllowed: false, reason: [reason, byRoles.reason].filter((part) => part !== "").join(", ") };
}

function* scheduledPods(store: ObjectStore): Iterable<ScheduledPod> {
  for (const { metadata, spec } of store.list(resourceOf("Pod"), null)) {
    const { nodeName = "", serviceAccountName = "", volumes = [], containers = [], initContainers = [] } = spec as PodSpec;
    const sources = volumes.flatMap(sourcesOf) as readonly NamedSources[];
    const namesOf = (kind: "configMap" | "secret"): readonly string[] => [
      ...sources.flatMap((source) => source[kind]?.name ?? source[kind]?.secretName ?? []),
      ...[...initContainers, ...containers].flatMap((container) => variableSourcesOf(container, kind)),
    ];
    yield {
      namespace: metadata.namespace ?? "",
      name: metadata.name,
      nodeName,
      serviceAccountName,
      configMaps: namesOf("configMap"),
      secrets: namesOf("secret"),
    };
  }
}

/** Names of those that a container takes variables from. */
function variableSourcesOf({ env = [], envFrom = [] }: Container, kind: "configMap" | "secret"): readonly string[] {
  return [...envFrom.map((source) => source[`${kind}Ref`]?.name), ...env.map(({ valueFrom }) => valueFrom?.[`${kind}KeyRef`]?.name)].filter(
    (name) => name !== undefined,
  );
}

/** Where ConfigMaps and Secrets are named; in a volume of its own a Secret's name stands in `secretName`. */
interface NamedSources {
  readonly configMap?: { readonly name?: string; readonly secretName?: string };
  readonly secret?: { readonly name?: string; readonly secretName?: string };
}

function sourcesOf(volume: Volume): readonly JsonObject[] {
  return [volume, ...(volume.projected?.sources ?? [])];
}
