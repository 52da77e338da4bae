import type { GoValue } from "@irsa-sim/kubernetes-types";

/** What matters of a review. */
export interface AdmissionReview {
  /** Echoed; empty for none. */
  readonly kind: string;
  readonly apiVersion: string;
  /** Of the request; empty when it has none. */
  readonly uid: string;
  readonly namespace: string;
  /** Not decoded yet. */
  readonly object: GoValue;
}
