/** How a client of Kubernetes keeps a copy of a collection: it lists, then watches. */
export { type ListAndWatchOptions, listAndWatch } from "./list-and-watch.js";
export type { ObjectChange, WatchedObject } from "./object-change.js";
