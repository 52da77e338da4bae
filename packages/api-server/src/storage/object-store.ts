/** The API server's storage: objects as last written, each with uid, resourceVersion and creation time. */
import { type Clock, type JsonObject, type Random, toRfc3339 } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import type { Resource } from "./resources.js";

/** A stored object. */
export interface StoredObject {
  readonly [member: string]: JsonObject[string];
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly [member: string]: JsonObject[string] | undefined;
  } & JsonObject;
}

/** Objects by resource, namespace and name. */
export interface ObjectStore {
  /** @throws {KubernetesStatus} 409 when the name is taken */
  create(resource: Resource, namespace: string | null, object: JsonObject): StoredObject;
  read(resource: Resource, namespace: string | null, name: string): StoredObject | null;
  /** Writes an object that is there already. */
  replace(resource: Resource, object: StoredObject): StoredObject;
  /** In order of creation; all namespaces for `null`. */
  list(resource: Resource, namespace: string | null): readonly StoredObject[];
  /** @returns what was removed */
  remove(resource: Resource, namespace: string | null, name: string): StoredObject | null;
  /** Of the whole store, as lists carry it. */
  resourceVersion(): string;
}

/** Creates an empty store. */
export function createObjectStore({ clock, random }: { readonly clock: Clock; readonly random: Random }): ObjectStore {
  const objects = new Map<string, StoredObject>();
  let version = 0;
  const key = (resource: Resource, namespace: string | null, name: string): string => `${resource.plural}/${resource.namespaced ? namespace : ""}/${name}`;
  const write = (resource: Resource, object: StoredObject): StoredObject => {
    version += 1;
    const stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(version) } } as StoredObject;
    objects.set(key(resource, stored.metadata.namespace ?? null, stored.metadata.name), stored);
    return stored;
  };
  return {
    create(resource, namespace, object) {
      const metadata = object.metadata as { readonly name: string };
      if (objects.has(key(resource, namespace, metadata.name))) throw REFUSALS.alreadyExists(resource.plural, metadata.name);
      const place = resource.namespaced ? { namespace } : {};
      const born = { uid: random.uuid(), creationTimestamp: toRfc3339(clock.now()) };
      return write(resource, { ...object, metadata: { ...metadata, ...place, ...born } } as unknown as StoredObject);
    },
    read: (resource, namespace, name) => objects.get(key(resource, namespace, name)) ?? null,
    replace: write,
    list: (resource, namespace) =>
      [...objects]
        .filter(([id, { metadata }]) => id.startsWith(`${resource.plural}/`) && (namespace === null || metadata.namespace === namespace))
        .map(([, object]) => object),
    remove(resource, namespace, name) {
      const id = key(resource, namespace, name);
      const object = objects.get(id) ?? null;
      objects.delete(id);
      return object;
    },
    resourceVersion: () => String(version),
  };
}
