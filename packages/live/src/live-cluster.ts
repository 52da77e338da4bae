import type { OutsideCluster } from "@irsa-sim/simulation";

/** A real cluster, and where clients find its API server. */
export interface LiveCluster extends OutsideCluster {
  /** `https://172.18.0.2:6443`. */
  readonly server: string;
  /** PEM of the roots that its certificate leads to. */
  readonly roots: string;
}
