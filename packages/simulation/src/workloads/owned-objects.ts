/** What workload controllers know of the cluster: copies that their watches keep up to date, with what they wrote themselves at once. */
import type { ObjectChange } from "@irsa-sim/core/list-and-watch";
import { controllerOf, type WorkloadObject } from "./workload-object.js";

/** Objects by kind. */
export interface OwnedObjects {
  /** In order of creation. */
  list(kind: string): readonly WorkloadObject[];
  /** Those that an object controls, in order of creation. */
  childrenOf(parent: WorkloadObject, kind: string): readonly WorkloadObject[];
  /** What a watch told; of a version that is known already nothing happens. */
  changed(kind: string, change: ObjectChange<WorkloadObject>): void;
  /** What was written here, before any watch tells it. */
  wrote(kind: string, object: WorkloadObject): void;
  removed(kind: string, object: WorkloadObject): void;
}

/** Creates the copies; nothing is in them. */
export function createOwnedObjects(): OwnedObjects {
  const byKind = new Map<string, Map<string, WorkloadObject>>();
  /** Watches are late: what is gone does not come back. */
  const gone = new Set<string>();
  const objectsOf = (kind: string): Map<string, WorkloadObject> => {
    const objects = byKind.get(kind) ?? new Map<string, WorkloadObject>();
    byKind.set(kind, objects);
    return objects;
  };
  const wrote = (kind: string, object: WorkloadObject): void => {
    const { uid } = object.metadata;
    const known = objectsOf(kind).get(uid);
    if (gone.has(uid) || (known !== undefined && versionOf(known) >= versionOf(object))) return;
    objectsOf(kind).set(uid, object);
  };
  const removed = (kind: string, { metadata }: WorkloadObject): void => {
    gone.add(metadata.uid);
    objectsOf(kind).delete(metadata.uid);
  };
  return {
    list: (kind) => [...objectsOf(kind).values()],
    childrenOf: (parent, kind) => [...objectsOf(kind).values()].filter((child) => controllerOf(child)?.uid === parent.metadata.uid),
    changed: (kind, { type, object }) => (type === "DELETED" ? removed(kind, object) : wrote(kind, object)),
    wrote,
    removed,
  };
}

function versionOf({ metadata }: WorkloadObject): number {
  return Number(metadata.resourceVersion ?? 0);
}
