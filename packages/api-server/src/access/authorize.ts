import type { Span } from "@irsa-sim/core";
import type { PodSpec, Volume } from "../admission/pod.js";
import { REFUSALS } from "../kubernetes-status.js";
import type { ObjectStore } from "../storage/object-store.js";
import { type Resource, resourceOf } from "../storage/resources.js";
import { decideAuthorization, type RequestAttributes, type ScheduledPod } from "./decide-authorization.js";
import type { User } from "./user.js";

/** A request to an object or a collection. */
export interface AuthorizationRequest {
  readonly user: User;
  readonly resource: Resource;
  readonly wanted: RequestAttributes;
}

/**
 * Lets a caller pass who may do what is wanted.
 *
 * @throws {KubernetesStatus} 403
 */
export function authorize(store: ObjectStore, { user, resource, wanted }: AuthorizationRequest, span: Span): void {
  const decision = decideAuthorization(user, wanted, scheduledPods(store));
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
  throw REFUSALS.forbidden(resource, wanted.name, `User "${user.name}" cannot ${what}${decision.reason === "" ? "" : `: ${decision.reason}`}`);
}

function* scheduledPods(store: ObjectStore): Iterable<ScheduledPod> {
  for (const { metadata, spec } of store.list(resourceOf("Pod"), null)) {
    const { nodeName = "", serviceAccountName = "", volumes = [] } = spec as PodSpec;
    yield { namespace: metadata.namespace ?? "", name: metadata.name, nodeName, serviceAccountName, configMaps: volumes.flatMap(configMapsOf) };
  }
}

function configMapsOf({ configMap, projected }: Volume): readonly string[] {
  const shown = [configMap, ...(projected?.sources ?? []).map((source) => source.configMap)] as readonly ({ readonly name?: string } | undefined)[];
  return shown.flatMap((source) => (source?.name === undefined ? [] : [source.name]));
}
