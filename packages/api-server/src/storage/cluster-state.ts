import type { StoredObject } from "./kubernetes-object.js";

/** All that a store holds, in plain values. */
export interface ClusterState {
  /** Of the whole store. */
  readonly version: number;
  /** In order of creation; each says what it is. */
  readonly objects: readonly StoredObject[];
}

/** One change of the store, in plain values. */
export interface ClusterChange {
  /** Of the store, from then on. */
  readonly version: number;
  /** As it is now, or as it last was. */
  readonly object: StoredObject;
  readonly isGone: boolean;
}

/** The objects of an API server, for who keeps them from one start to the next. */
export interface ClusterStateAccess {
  read(): ClusterState;
  /**
   * Puts a state in the place of what is there. Whoever watches is told that what it knows is too old; new ids are none that were given out before the state was read.
   */
  restore(state: ClusterState): void;
  /** Calls `listener` with each change, before whoever made it is answered, until the result is called. */
  onChanged(listener: (change: ClusterChange) => void): () => void;
}
