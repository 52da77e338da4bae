import type { LocatedNode } from "@irsa-sim/documents";

/** The cluster that the context names. */
export interface ClusterOfContext {
  readonly node: LocatedNode;
  /** PEM; `null` without one. */
  readonly roots: string | null;
}
