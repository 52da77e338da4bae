/**
 * What the garbage collector does: as a rule over all objects.
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/garbagecollector/garbagecollector.go
 */
import type { StoredObject } from "../storage/kubernetes-object.js";
import { FOREGROUND, ORPHAN } from "./decide-deletion.js";
import type { PropagationPolicy } from "./deletion-wish.js";

interface Placed<Resource> {
  readonly resource: Resource;
  readonly object: StoredObject;
}

/** One thing to be done: an object goes, some owners are taken from it, or it waits no longer. */
export interface GarbageChange<Resource = unknown> {
  readonly kind: "delete" | "disown" | "release";
  readonly of: Placed<Resource>;
  /** Of what is deleted. */
  readonly policy?: PropagationPolicy;
  /** Uids of the owners that are taken away. */
  readonly owners?: readonly string[];
}

/**
 * Decides what is to be done about owners that are gone or going.
 *
 * @param all objects of the store
 * @returns changes, at most one for each object
 */
export function decideGarbage<Resource>(all: readonly Placed<Resource>[]): readonly GarbageChange<Resource>[] {
  const byUid = new Map(all.map((placed) => [placed.object.metadata.uid, placed]));
  const dependents = new Map<string, Placed<Resource>[]>();
  for (const placed of all) {
    for (const { uid = "" } of placed.object.metadata.ownerReferences ?? []) dependents.set(uid, [...(dependents.get(uid) ?? []), placed]);
  }
  const isGoingBy = (finalizer: string, owner: Placed<Resource> | undefined): boolean =>
    owner?.object.metadata.deletionTimestamp !== undefined && owner.object.metadata.finalizers?.includes(finalizer) === true;

  const decideOne = (placed: Placed<Resource>): GarbageChange<Resource> | null => {
    const { metadata } = placed.object;
    const own = dependents.get(metadata.uid) ?? [];
    if (isGoingBy(ORPHAN, placed) && own.length === 0) return { kind: "release", of: placed };
    const blocks = ({ object }: Placed<Resource>): boolean =>
      object.metadata.ownerReferences?.some(({ uid, blockOwnerDeletion }) => uid === metadata.uid && blockOwnerDeletion === true) === true;
    if (isGoingBy(FOREGROUND, placed) && !own.some(blocks)) return { kind: "release", of: placed };
    const owners = metadata.ownerReferences ?? [];
    if (owners.length === 0) return null;
    const orphaned = owners.filter(({ uid = "" }) => isGoingBy(ORPHAN, byUid.get(uid)));
    const lost = owners.filter(({ uid = "" }) => !byUid.has(uid) || isGoingBy(FOREGROUND, byUid.get(uid)));
    if (orphaned.length > 0) return { kind: "disown", of: placed, owners: orphaned.map(({ uid = "" }) => uid) };
    if (lost.length === 0) return null;
    if (lost.length < owners.length) return { kind: "disown", of: placed, owners: lost.map(({ uid = "" }) => uid) };
    if (metadata.deletionTimestamp !== undefined) return null;
    const isWaitedFor = lost.some(({ uid = "" }) => byUid.has(uid));
    return { kind: "delete", of: placed, policy: decidePolicy(metadata.finalizers ?? [], isWaitedFor && own.length > 0) };
  };
  return all.flatMap((placed) => decideOne(placed) ?? []);
}

function decidePolicy(finalizers: readonly string[], isForeground: boolean): PropagationPolicy {
  if (isForeground) return "Foreground";
  return finalizers.includes(ORPHAN) ? "Orphan" : finalizers.includes(FOREGROUND) ? "Foreground" : "Background";
}
