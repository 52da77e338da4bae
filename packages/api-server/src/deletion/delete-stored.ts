import type { Clock, Span } from "@irsa-sim/core";
import { describeObject, type StoredObject } from "../storage/kubernetes-object.js";
import type { ObjectStore } from "../storage/object-store.js";
import type { Resource } from "../storage/resources.js";
import { decideDeletion } from "./decide-deletion.js";
import type { DeletionWish } from "./deletion-wish.js";

/** Where objects are deleted. */
export interface DeletionParts {
  readonly store: ObjectStore;
  readonly clock: Clock;
  /** Whether objects go step by step; all at once where they do not. */
  readonly isLive: boolean;
}

/** An object as a deletion left it. */
export interface Deleted {
  readonly object: StoredObject;
  /** Whether it is gone; it is on its way where it is not. */
  readonly isGone: boolean;
}

/** Deletes an object that is stored: removes it, or marks it as one that goes. */
export function deleteStored(
  parts: DeletionParts,
  resource: Resource,
  object: StoredObject,
  of: { readonly wish: DeletionWish; readonly span: Span },
): Deleted {
  const { store, clock, isLive } = parts;
  const deletion = isLive ? decideDeletion(resource.kind, object, of.wish, clock.now()) : ({ kind: "remove" } as const);
  if (deletion.kind === "pending") return { object, isGone: false };
  if (deletion.kind === "remove") {
    removeStored(parts, resource, object, of.span);
    return { object, isGone: true };
  }
  const marked = store.replace(resource, deletion.object);
  if (!store.isDry) of.span.change({ what: describeObject(resource, object), before: object, after: marked });
  return { object: marked, isGone: false };
}

/** Removes an object from the store. */
export function removeStored({ store }: Pick<DeletionParts, "store">, resource: Resource, object: StoredObject, span: Span): void {
  store.remove(resource, object.metadata.namespace ?? null, object.metadata.name);
  if (!store.isDry) span.change({ what: describeObject(resource, object), before: object, after: null });
}
