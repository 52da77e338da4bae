/**
 * Kubernetes' garbage collector and namespace controller: what belonged to an object that is gone goes too, an object that waits for what belongs to it goes
 * after that, and a namespace goes with what is in it.
 * Differs from the real ones: they are part of the API server here, look at the instant of a change, and tell nothing in conditions of a namespace.
 * @see https://kubernetes.io/docs/concepts/architecture/garbage-collection/
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/garbagecollector/garbagecollector.go
 */
import type { Span } from "@irsa-sim/core";
import { describeObject, type StoredObject } from "../storage/kubernetes-object.js";
import type { StoreChange } from "../storage/object-store.js";
import { RESOURCES, type Resource, resourceOf } from "../storage/resources.js";
import { FOREGROUND, isOver, ORPHAN } from "./decide-deletion.js";
import { decideGarbage, type GarbageChange } from "./decide-garbage.js";
import { type DeletionParts, deleteStored, removeStored } from "./delete-stored.js";
import { PLAIN_WISH } from "./deletion-wish.js";

/** Lets the collector look at each change from now on. */
export function collectGarbage(parts: DeletionParts, root: Span): void {
  const { store, clock } = parts;
  let isDue = false;
  const lookSoon = (): void => {
    if (isDue) return;
    isDue = true;
    clock.at(clock.now(), async () => {
      isDue = false;
      look(parts, root);
    });
  };
  store.onChanged((change) => {
    if (isOfInterest(change)) lookSoon();
  });
}

function isOfInterest({ type, before, object, resource }: StoreChange): boolean {
  if (type === "DELETED" || object.metadata.deletionTimestamp !== before?.metadata.deletionTimestamp) return true;
  const isGoing = object.metadata.deletionTimestamp !== undefined;
  return (isGoing && resource.kind !== "Pod") || object.metadata.ownerReferences !== before?.metadata.ownerReferences;
}

function look(parts: DeletionParts, root: Span): void {
  const { store } = parts;
  const all = RESOURCES.filter(({ kind }) => kind !== "Event").flatMap((resource) => store.list(resource, null).map((object) => ({ resource, object })));
  for (const change of decideGarbage(all)) perform(parts, change, root);
  for (const namespace of store.list(resourceOf("Namespace"), null))
    if (namespace.metadata.deletionTimestamp !== undefined) emptyNamespace(parts, namespace, root);
}

function perform(parts: DeletionParts, { kind, of: { resource, object }, ...change }: GarbageChange<Resource>, root: Span): void {
  const { store } = parts;
  const what = describeObject(resource, object);
  if (kind === "delete") {
    const span = root.enter(`Delete ${what}, whose owner is gone`, { step: null, actor: "controller" });
    deleteStored(parts, resource, object, { wish: { ...PLAIN_WISH, propagationPolicy: change.policy ?? "Background" }, span });
    return;
  }
  const { ownerReferences: _, finalizers: __, ...metadata } = object.metadata;
  const owners = (object.metadata.ownerReferences ?? []).filter(({ uid }) => change.owners?.includes(uid ?? "") !== true);
  const finalizers = (object.metadata.finalizers ?? []).filter((finalizer) => kind !== "release" || (finalizer !== ORPHAN && finalizer !== FOREGROUND));
  const after = {
    ...object,
    metadata: { ...metadata, ...(owners.length > 0 && { ownerReferences: owners }), ...(finalizers.length > 0 && { finalizers }) },
  };
  const span = root.enter(kind === "release" ? `Nothing of ${what} is left to wait for` : `${what} loses an owner`, { step: null, actor: "controller" });
  if (isOver(after)) removeStored(parts, resource, object, span);
  else span.change({ what, before: object, after: store.replace(resource, after) });
}

function emptyNamespace(parts: DeletionParts, namespace: StoredObject, root: Span): void {
  const { store } = parts;
  const { name } = namespace.metadata;
  const inside = RESOURCES.filter(({ isNamespaced }) => isNamespaced).flatMap((resource) => store.list(resource, name).map((object) => ({ resource, object })));
  const isEmpty = inside.length === 0;
  const staying = inside.filter(({ object }) => object.metadata.deletionTimestamp === undefined);
  if (!isEmpty && staying.length === 0) return;
  const span = root.enter(isEmpty ? `Nothing is left in namespace ${name}` : `Delete what is in namespace ${name}`, { step: null, actor: "controller" });
  for (const { resource, object } of staying) deleteStored(parts, resource, object, { wish: { ...PLAIN_WISH, propagationPolicy: "Background" }, span });
  if (!isEmpty) return;
  const finished: StoredObject = { ...namespace, spec: {} };
  if (isOver(finished)) removeStored(parts, resourceOf("Namespace"), namespace, span);
  else if ((namespace.spec as { readonly finalizers?: readonly string[] } | undefined)?.finalizers !== undefined)
    store.replace(resourceOf("Namespace"), finished);
}
