/**
 * The API server's storage: objects as last written, each with uid, resourceVersion and creation time.
 * Differs from etcd: revisions are one counter, and history is kept by count of changes, not by time.
 */
import { type Clock, type Json, type Random, toRfc3339 } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import { asStored } from "./as-stored.js";
import type { ClusterState } from "./cluster-state.js";
import type { KubernetesObject, ObjectMeta, StoredObject } from "./kubernetes-object.js";
import { type Resource, resourceNamed } from "./resources.js";

/** Objects by resource, namespace and name. */
export interface ObjectStore {
  /**
   * @param managedFields who manages what; nobody is named when absent
   * @throws {KubernetesStatus} 409 when the name is taken, 500 for an object that says which version it is
   */
  create(resource: Resource, namespace: string | null, object: KubernetesObject, managedFields?: Json): StoredObject;
  /** `null` when there is none. */
  read(resource: Resource, namespace: string | null, name: string): StoredObject | null;
  /** Writes a new version of an object that is there already. */
  replace(resource: Resource, object: StoredObject): StoredObject;
  /** In order of creation; of all namespaces for `null`. */
  list(resource: Resource, namespace: string | null): readonly StoredObject[];
  /** As it was at a version of the store; `null` when that is no longer known. */
  listAt(resource: Resource, namespace: string | null, version: number): readonly StoredObject[] | null;
  /** Does nothing when there is none. */
  remove(resource: Resource, namespace: string | null, name: string): void;
  /** Of the whole store, as lists carry it. */
  resourceVersion(): string;
  /** Calls `listener` with each change, at once, until the result is called. */
  onChanged(listener: (change: StoreChange) => void): () => void;
  /** What happened to objects of a resource after a version of the store; `null` when that is no longer known. */
  changesSince(resource: Resource, version: number): readonly StoreChange[] | null;
  /** The earliest version from which changes are still known. */
  oldestVersion(): number;
  /** All that is stored. */
  state(): ClusterState;
  /** Puts a state in the place of what is there; earlier changes are not known any more. */
  restore(state: ClusterState): void;
  /** Calls `listener` when a state was restored, until the result is called. */
  onRestored(listener: () => void): () => void;
  /** The same store for who only tries something: what is written comes back as it would be, and is not kept. */
  dry(): ObjectStore;
  /** Whether nothing that is written is kept. */
  readonly isDry: boolean;
}

/** One change, as a watch tells it. */
export interface StoreChange {
  readonly type: "ADDED" | "MODIFIED" | "DELETED";
  readonly resource: Resource;
  readonly version: number;
  /** As it was; `null` when it was not there. */
  readonly before: StoredObject | null;
  /** For a removal as it last was, with the version of the removal. */
  readonly object: StoredObject;
}

/** So many changes are kept for watches. */
const KEPT_CHANGES = 1000;

/** Creates an empty store. */
export function createObjectStore({ clock, random }: { readonly clock: Clock; readonly random: Random }): ObjectStore {
  const byResource = new Map<Resource, Map<string, StoredObject>>();
  const listeners = new Set<(change: StoreChange) => void>();
  const restoreListeners = new Set<() => void>();
  let version = 0;
  const changes: StoreChange[] = [];
  let oldest = 0;
  const remember = (what: Omit<StoreChange, "version">): void => {
    const change = { ...what, version };
    changes.push(change);
    if (changes.length > KEPT_CHANGES) oldest = changes.shift()?.version ?? oldest;
    for (const listener of listeners) listener(change);
  };
  const objectsOf = (resource: Resource): Map<string, StoredObject> => {
    const objects = byResource.get(resource) ?? new Map<string, StoredObject>();
    byResource.set(resource, objects);
    return objects;
  };
  const write = (resource: Resource, object: KubernetesObject): StoredObject => {
    version += 1;
    const stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(version) } } as StoredObject;
    const objects = objectsOf(resource);
    const key = keyOf(stored.metadata.namespace ?? null, stored.metadata.name);
    const before = objects.get(key) ?? null;
    objects.set(key, stored);
    remember({ type: before === null ? "ADDED" : "MODIFIED", resource, before, object: stored });
    return stored;
  };
  const made: MakeObject = (resource, namespace, object, managedFields) => {
    if (object.metadata.resourceVersion) throw REFUSALS.versionOnCreate();
    const place = namespace === null ? {} : { namespace };
    const system = {
      // Of a Job the uid is made before, since its pods are selected by it.
      uid: (resource.kind === "Job" && object.metadata.uid) || random.uuid(),
      resourceVersion: "0",
      creationTimestamp: toRfc3339(clock.now()),
      ...(managedFields !== undefined && { managedFields }),
    };
    return asStored(resource.kind, { ...object, metadata: { ...withoutSystemMembers(object.metadata), ...place, ...system } });
  };
  const store: ObjectStore = {
    isDry: false,
    dry: () =>
      dryStore(store, { made, asWritten: (object) => ({ ...object, metadata: { ...object.metadata, resourceVersion: String(version) } }) as StoredObject }),
    create(resource, namespace, object, managedFields) {
      const name = object.metadata.name ?? "";
      if (objectsOf(resource).has(keyOf(namespace, name))) throw REFUSALS.alreadyExists(resource, name);
      return write(resource, made(resource, namespace, object, managedFields));
    },
    read: (resource, namespace, name) => objectsOf(resource).get(keyOf(namespace, name)) ?? null,
    replace: write,
    list: (resource, namespace) => [...objectsOf(resource).values()].filter(({ metadata }) => namespace === null || metadata.namespace === namespace),
    listAt(resource, namespace, at) {
      const since = store.changesSince(resource, at);
      if (since === null) return null;
      const objects = new Map(objectsOf(resource));
      for (const { before, object } of since.toReversed()) {
        const key = keyOf(object.metadata.namespace ?? null, object.metadata.name);
        if (before === null) objects.delete(key);
        else objects.set(key, before);
      }
      return [...objects.values()].filter(({ metadata }) => namespace === null || metadata.namespace === namespace);
    },
    remove: (resource, namespace, name) => {
      const objects = objectsOf(resource);
      const object = objects.get(keyOf(namespace, name));
      if (object === undefined) return;
      objects.delete(keyOf(namespace, name));
      version += 1;
      const removed = { ...object, metadata: { ...object.metadata, resourceVersion: String(version) } };
      remember({ type: "DELETED", resource, before: object, object: removed });
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    resourceVersion: () => String(version),
    changesSince: (resource, from) => {
      if (from < oldest) return null;
      // Each version is one change, so those after `from` are the last so many; a watch that keeps up does not look at all that are kept.
      const since = changes.slice(Math.max(0, changes.length - (version - from)));
      return since.filter((change) => change.resource === resource);
    },
    oldestVersion: () => oldest,
    state: () => ({ version, objects: [...byResource.values()].flatMap((objects) => [...objects.values()]) }),
    restore(state) {
      byResource.clear();
      changes.length = 0;
      version = state.version;
      oldest = version;
      for (const object of state.objects) {
        const resource = resourceNamed(object);
        if (resource !== null) objectsOf(resource).set(keyOf(object.metadata.namespace ?? null, object.metadata.name), object);
      }
      for (const listener of restoreListeners) listener();
    },
    onRestored: (listener) => {
      restoreListeners.add(listener);
      return () => restoreListeners.delete(listener);
    },
  };
  return store;
}

type MakeObject = (resource: Resource, namespace: string | null, object: KubernetesObject, managedFields?: Json) => KubernetesObject;

interface DryWriting {
  readonly made: MakeObject;
  readonly asWritten: (object: KubernetesObject) => StoredObject;
}

function dryStore(store: ObjectStore, { made, asWritten }: DryWriting): ObjectStore {
  const dry: ObjectStore = {
    ...store,
    isDry: true,
    dry: () => dry,
    create(resource, namespace, object, managedFields) {
      const name = object.metadata.name ?? "";
      if (store.read(resource, namespace, name) !== null) throw REFUSALS.alreadyExists(resource, name);
      return asWritten(made(resource, namespace, object, managedFields));
    },
    replace: (_resource, object) => asWritten(object),
    remove: () => {},
  };
  return dry;
}

/** What a caller says of an object that only the server can know is passed over. */
function withoutSystemMembers({ deletionTimestamp: _, deletionGracePeriodSeconds: __, selfLink: ___, managedFields: ____, ...own }: ObjectMeta): ObjectMeta {
  return own;
}

function keyOf(namespace: string | null, name: string): string {
  return `${namespace ?? ""}/${name}`;
}
