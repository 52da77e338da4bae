import type { Network, Random, Span } from "@irsa-sim/core";
import type { ObjectStore, StoredObject } from "./storage/object-store.js";

/** What the routes work with. */
export interface ApiServerParts {
  readonly store: ObjectStore;
  readonly network: Network;
  readonly random: Random;
  /** Finds a node for a new pod and tells who watches. */
  podStored(pod: StoredObject, span: Span): void;
  /** Tells who watches pods that something changed. */
  wakeWatchers(): void;
}
