import type { StoredObject } from "../../storage/kubernetes-object.js";
import type { StoreChange } from "../../storage/object-store.js";

/** One line of a watch's answer. */
export interface WatchEvent {
  readonly type: "ADDED" | "MODIFIED" | "DELETED" | "BOOKMARK" | "ERROR";
  readonly object: object;
}

/**
 * Decides what a watch tells of a change: an object that comes to be selected is added to it, one that ceases to be is deleted from it.
 *
 * @param isSelected whether an object is one of those that are watched
 * @returns `null` for a change that the watch has nothing to do with
 */
export function decideWatchEvent({ type, before, object }: StoreChange, isSelected: (object: StoredObject) => boolean): WatchEvent | null {
  const was = before !== null && isSelected(before);
  const is = type !== "DELETED" && isSelected(object);
  if (!was && !is) return null;
  return { type: was ? (is ? "MODIFIED" : "DELETED") : "ADDED", object };
}
