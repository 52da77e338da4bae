/**
 * What a DELETE makes of an object: it goes at once, or it is marked and goes when those who have something to do with it have done that.
 * @see https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/registry/rest/delete.go
 * @see https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go
 */
import { addMillis, type EpochMillis, type JsonObject, toRfc3339 } from "@irsa-sim/core";
import type { ObjectMeta, StoredObject } from "../storage/kubernetes-object.js";
import type { DeletionWish, PropagationPolicy } from "./deletion-wish.js";

/** By which an object waits until nothing refers to it as owner any more. */
export const ORPHAN = "orphan";
/** By which an object waits until what belongs to it is gone. */
export const FOREGROUND = "foregroundDeletion";

/** What becomes of an object: it goes, it is written as one that will go, or it is on its way already. */
export type Deletion = { readonly kind: "remove" } | { readonly kind: "mark"; readonly object: StoredObject } | { readonly kind: "pending" };

/**
 * Decides what becomes of an object that somebody deletes.
 *
 * @param kind of the object
 * @example decideDeletion("ConfigMap", configMap, PLAIN_WISH, now) // { kind: "remove" }
 */
export function decideDeletion(kind: string, object: StoredObject, wish: DeletionWish, now: EpochMillis): Deletion {
  if (kind === "Namespace") return decideNamespace(object, now);
  const grace = kind === "Pod" ? decideGrace(object, wish, now) : {};
  if (grace === null) return { kind: "pending" };
  const finalizers = decideFinalizers(kind, object.metadata, wish.propagationPolicy);
  const waits = (grace.deletionGracePeriodSeconds ?? 0) > 0;
  if (!waits && finalizers.length === 0) return { kind: "remove" };
  return { kind: "mark", object: withMeta(object, { ...(waits ? grace : markAsDeleting({ ...object.metadata, ...grace }, now)), finalizers }) };
}

/** Whether an object that was changed has nothing left to wait for. */
export function isOver(object: StoredObject): boolean {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0, finalizers = [] } = object.metadata;
  const { finalizers: ofNamespace = [] } = (object.spec ?? {}) as { readonly finalizers?: readonly string[] };
  return (
    deletionTimestamp !== undefined && deletionGracePeriodSeconds === 0 && finalizers.length === 0 && (object.kind !== "Namespace" || ofNamespace.length === 0)
  );
}

type Mark = Pick<ObjectMeta, "deletionTimestamp" | "deletionGracePeriodSeconds" | "generation">;

/** How long a pod has; `null` for one that has not longer already. */
function decideGrace({ metadata, spec, status }: StoredObject, { gracePeriodSeconds }: DeletionWish, now: EpochMillis): Mark | null {
  const { deletionTimestamp, deletionGracePeriodSeconds: had, generation = 0 } = metadata;
  if (deletionTimestamp !== undefined && had !== undefined) {
    if (gracePeriodSeconds === null || gracePeriodSeconds >= had) return null;
    const shortened = addMillis(Date.parse(deletionTimestamp) as EpochMillis, (gracePeriodSeconds - had) * 1000);
    return { deletionTimestamp: toRfc3339(shortened), deletionGracePeriodSeconds: gracePeriodSeconds };
  }
  const { nodeName = "", terminationGracePeriodSeconds = 0 } = (spec ?? {}) as { readonly nodeName?: string; readonly terminationGracePeriodSeconds?: number };
  const { phase = "" } = (status ?? {}) as { readonly phase?: string };
  const asked = gracePeriodSeconds ?? terminationGracePeriodSeconds;
  const seconds = nodeName === "" || phase === "Failed" || phase === "Succeeded" ? 0 : asked < 0 ? 1 : asked;
  return {
    deletionTimestamp: toRfc3339(addMillis(now, seconds * 1000)),
    deletionGracePeriodSeconds: seconds,
    ...(generation > 0 && { generation: generation + 1 }),
  };
}

function markAsDeleting({ deletionTimestamp, deletionGracePeriodSeconds, generation = 0 }: ObjectMeta, now: EpochMillis): Mark {
  const isLater = deletionTimestamp === undefined || Date.parse(deletionTimestamp) > now;
  return {
    deletionTimestamp: isLater ? toRfc3339(now) : deletionTimestamp,
    deletionGracePeriodSeconds: 0,
    ...(generation > 0 && { generation: deletionGracePeriodSeconds === undefined ? generation + 1 : generation }),
  };
}

/** The finalizers that the wish leaves or adds; one that stands there already counts where nothing is wished. */
function decideFinalizers(kind: string, { finalizers = [] }: ObjectMeta, wished: PropagationPolicy | null): readonly string[] {
  const others = finalizers.filter((finalizer) => finalizer !== ORPHAN && finalizer !== FOREGROUND);
  const standing = finalizers.includes(ORPHAN) ? "Orphan" : finalizers.includes(FOREGROUND) ? "Foreground" : null;
  const policy = kind === "Event" ? "Background" : (wished ?? standing ?? defaultPolicy(kind));
  return policy === "Orphan" ? [...others, ORPHAN] : policy === "Foreground" ? [...others, FOREGROUND] : others;
}

/** Jobs are as old as the time when what belonged to somebody stayed. */
function defaultPolicy(kind: string): PropagationPolicy {
  return kind === "Job" ? "Orphan" : "Background";
}

function decideNamespace(namespace: StoredObject, now: EpochMillis): Deletion {
  if (namespace.metadata.deletionTimestamp === undefined) {
    const marked = withMeta(namespace, { deletionTimestamp: toRfc3339(now) });
    return { kind: "mark", object: { ...marked, status: { ...(namespace.status as JsonObject), phase: "Terminating" } } };
  }
  return isOver(namespace) ? { kind: "remove" } : { kind: "pending" };
}

function withMeta(object: StoredObject, { finalizers, ...mark }: ObjectMeta): StoredObject {
  const { finalizers: before, ...metadata } = object.metadata;
  const kept = finalizers ?? before ?? [];
  return { ...object, metadata: { ...metadata, ...mark, ...(kept.length > 0 && { finalizers: kept }) } };
}
