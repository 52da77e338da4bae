/** An object of Kubernetes, as far as a copy depends on it. */
export interface WatchedObject {
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly uid?: string; readonly resourceVersion?: string };
}

/** What happened to an object; a deleted one is as it last was. */
export interface ObjectChange<Kind extends WatchedObject> {
  readonly type: "ADDED" | "MODIFIED" | "DELETED";
  readonly object: Kind;
}

/** The key under which a copy keeps an object. */
export function keyOf({ metadata: { namespace = "", name } }: WatchedObject): string {
  return `${namespace}/${name}`;
}
