/**
 * The API server's storage: objects as last written, each with uid, resourceVersion and creation time.
 * Leaves out: history; etcd's revisions are one counter here.
 */
import { type Clock, type Random, toRfc3339 } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import type { KubernetesObject, StoredObject } from "./kubernetes-object.js";
import type { Resource } from "./resources.js";

/** Objects by resource, namespace and name. */
export interface ObjectStore {
  /** @throws {KubernetesStatus} 409 when the name is taken */
  create(resource: Resource, namespace: string | null, object: KubernetesObject): StoredObject;
  /** `null` when there is none. */
  read(resource: Resource, namespace: string | null, name: string): StoredObject | null;
  /** Writes a new version of an object that is there already. */
  replace(resource: Resource, object: StoredObject): StoredObject;
  /** In order of creation; of all namespaces for `null`. */
  list(resource: Resource, namespace: string | null): readonly StoredObject[];
  /** Does nothing when there is none. */
  remove(resource: Resource, namespace: string | null, name: string): void;
  /** Of the whole store, as lists carry it. */
  resourceVersion(): string;
  /** Calls `listener` with each object that is written or removed, at once. */
  onChanged(listener: ObjectListener): void;
}

/** Told of an object as it is now, or as it was when it was removed. */
export type ObjectListener = (change: { readonly kind: string; readonly object: StoredObject; readonly isRemoved: boolean }) => void;

/** Creates an empty store. */
export function createObjectStore({ clock, random }: { readonly clock: Clock; readonly random: Random }): ObjectStore {
  const byResource = new Map<Resource, Map<string, StoredObject>>();
  const listeners: ObjectListener[] = [];
  const tell: ObjectListener = (change) => {
    for (const listener of listeners) listener(change);
  };
  let version = 0;
  const objectsOf = (resource: Resource): Map<string, StoredObject> => {
    const objects = byResource.get(resource) ?? new Map<string, StoredObject>();
    byResource.set(resource, objects);
    return objects;
  };
  const write = (resource: Resource, object: KubernetesObject): StoredObject => {
    version += 1;
    const stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(version) } } as StoredObject;
    objectsOf(resource).set(keyOf(stored.metadata.namespace ?? null, stored.metadata.name), stored);
    tell({ kind: resource.kind, object: stored, isRemoved: false });
    return stored;
  };
  return {
    create(resource, namespace, object) {
      const name = object.metadata.name ?? "";
      if (objectsOf(resource).has(keyOf(namespace, name))) throw REFUSALS.alreadyExists(resource, name);
      const place = namespace === null ? {} : { namespace };
      return write(resource, { ...object, metadata: { ...object.metadata, ...place, uid: random.uuid(), creationTimestamp: toRfc3339(clock.now()) } });
    },
    read: (resource, namespace, name) => objectsOf(resource).get(keyOf(namespace, name)) ?? null,
    replace: write,
    list: (resource, namespace) => [...objectsOf(resource).values()].filter(({ metadata }) => namespace === null || metadata.namespace === namespace),
    remove: (resource, namespace, name) => {
      const object = objectsOf(resource).get(keyOf(namespace, name));
      if (object === undefined) return;
      objectsOf(resource).delete(keyOf(namespace, name));
      tell({ kind: resource.kind, object, isRemoved: true });
    },
    onChanged: (listener) => {
      listeners.push(listener);
    },
    resourceVersion: () => String(version),
  };
}

function keyOf(namespace: string | null, name: string): string {
  return `${namespace ?? ""}/${name}`;
}
