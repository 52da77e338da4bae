/**
 * kube-scheduler for a cluster of one node.
 * Differs from the real one: it is no component of its own and chooses nothing.
 * @see kubernetes-tokens.md, section 8
 */
import { type Clock, type EpochMillis, type JsonObject, type Span, toRfc3339 } from "@irsa-sim/core";
import { describeObject, type StoredObject } from "./storage/kubernetes-object.js";
import type { ObjectStore } from "./storage/object-store.js";
import { resourceOf } from "./storage/resources.js";

/** Nodes, and where pods go that name none. */
export interface Scheduling {
  readonly store: ObjectStore;
  readonly clock: Clock;
  readonly nodeName: string;
  /** Whether it tells events. */
  readonly isLive: boolean;
  /** Told of a node that a pod names and that was not there; absent where pods make no nodes. */
  readonly onNodeJoined: ((nodeName: string) => void) | undefined;
}

/** Binds a pod that has no node yet; one that names a node is left to that node, which is there from then on. Gates keep a pod from being bound. */
export function schedulePod({ store, clock, nodeName, onNodeJoined, isLive }: Scheduling, pod: StoredObject, span: Span): void {
  const spec = pod.spec as JsonObject & { readonly nodeName?: string; readonly schedulingGates?: readonly JsonObject[] };
  if (spec.nodeName) joinNode({ store, onNodeJoined }, spec.nodeName, span);
  if (spec.nodeName || (spec.schedulingGates ?? []).length > 0) return;
  const resource = resourceOf("Pod");
  const conditions = [{ type: "PodScheduled", status: "True", lastProbeTime: null, lastTransitionTime: toRfc3339(clock.now()) }];
  const bound = store.replace(resource, { ...pod, spec: { ...spec, nodeName }, status: { ...(pod.status as JsonObject), conditions } });
  if (store.isDry) return;
  if (isLive) tellScheduled(store, bound, { nodeName, now: clock.now() });
  const work = span.enter("Bind the pod to a node", { step: 2, actor: "api-server" });
  work.change({ what: describeObject(resource, bound), before: pod, after: bound });
}

function joinNode({ store, onNodeJoined }: Pick<Scheduling, "store" | "onNodeJoined">, nodeName: string, span: Span): void {
  const resource = resourceOf("Node");
  if (onNodeJoined === undefined || store.isDry || store.read(resource, null, nodeName) !== null) return;
  const metadata = { name: nodeName, labels: { "kubernetes.io/hostname": nodeName } };
  const node = store.create(resource, null, { kind: "Node", apiVersion: "v1", metadata });
  span.change({ what: describeObject(resource, node), before: null, after: node });
  onNodeJoined(nodeName);
}

/** In the newer form of events, which knows no first and last time. */
function tellScheduled(store: ObjectStore, { metadata }: StoredObject, { nodeName, now }: { readonly nodeName: string; readonly now: EpochMillis }): void {
  const { namespace = "", name, uid, resourceVersion } = metadata;
  store.create(resourceOf("Event"), namespace, {
    ...{ kind: "Event", apiVersion: "v1", metadata: { name: `${name}.${(BigInt(now) * 1_000_000n).toString(16)}${uid.slice(0, 4)}` } },
    involvedObject: { kind: "Pod", namespace, name, uid, apiVersion: "v1", resourceVersion },
    ...{ reason: "Scheduled", message: `Successfully assigned ${namespace}/${name} to ${nodeName}`, source: {}, type: "Normal", action: "Binding" },
    ...{ firstTimestamp: null, lastTimestamp: null, eventTime: new Date(now).toISOString().replace("Z", "000Z") },
    ...{ reportingComponent: "default-scheduler", reportingInstance: "default-scheduler" },
  });
}
