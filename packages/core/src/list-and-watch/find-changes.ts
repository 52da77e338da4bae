import { keyOf, type ObjectChange, type WatchedObject } from "./object-change.js";

/** What must have happened since a copy was made, from a new list: the removals first. An object made anew under its old name was deleted and added. */
export function findChanges<Kind extends WatchedObject>(copy: ReadonlyMap<string, Kind>, listed: readonly Kind[]): readonly ObjectChange<Kind>[] {
  const there = new Map(listed.map((object) => [keyOf(object), object]));
  const gone = [...copy].filter(([key, { metadata }]) => there.get(key)?.metadata.uid !== metadata.uid || !there.has(key));
  const deleted = gone.map(([, object]) => ({ type: "DELETED" as const, object }));
  const written = listed.flatMap((object): readonly ObjectChange<Kind>[] => {
    const before = copy.get(keyOf(object));
    if (before === undefined || before.metadata.uid !== object.metadata.uid) return [{ type: "ADDED", object }];
    return before.metadata.resourceVersion === object.metadata.resourceVersion ? [] : [{ type: "MODIFIED", object }];
  });
  return [...deleted, ...written];
}
