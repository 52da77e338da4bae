/**
 * kube-scheduler for a cluster of one node.
 * Differs from the real one: it is no component of its own and chooses nothing.
 * @see kubernetes-tokens.md, section 8
 */
import type { JsonObject, Span } from "@irsa-sim/core";
import { describeObject, type StoredObject } from "./storage/kubernetes-object.js";
import type { ObjectStore } from "./storage/object-store.js";
import { resourceOf } from "./storage/resources.js";

/** Binds a pod that has no node yet; one that names a node is left to that node. */
export function schedulePod(store: ObjectStore, { pod, nodeName }: { readonly pod: StoredObject; readonly nodeName: string }, span: Span): void {
  const spec = pod.spec as JsonObject & { readonly nodeName?: string };
  if (spec.nodeName) return;
  const resource = resourceOf("Pod");
  const conditions = [{ type: "PodScheduled", status: "True" }];
  const bound = store.replace(resource, { ...pod, spec: { ...spec, nodeName }, status: { ...(pod.status as JsonObject), conditions } });
  const work = span.enter("Bind the pod to a node", { step: 2, actor: "api-server" });
  work.change({ what: describeObject(resource, bound), before: pod, after: bound });
}
