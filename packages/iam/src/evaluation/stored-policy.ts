import type { JsonObject } from "@irsa-sim/core";

/** A policy as stored: the document, and the name by which an explanation refers to it. */
export interface StoredPolicy {
  /** `role/my-pod-role/trust-policy` or `role/my-pod-role/policy/read-my-bucket`. */
  readonly source: string;
  readonly document: JsonObject;
}
