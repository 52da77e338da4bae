import type { Json } from "@irsa-sim/core";
import type { PatchOperation } from "../content/content.js";

/** A pod before and after admission. */
export interface PodChange {
  /** Of the change. */
  readonly seq: number;
  /** As it was submitted. */
  readonly before: Json;
  /** As it was stored. */
  readonly after: Json;
  /** What the webhook answered; empty when it sent no patch. */
  readonly operations: readonly PatchOperation[];
  /** What the stored pod has and the submitted one had not, by container. */
  readonly additions: readonly PodAddition[];
}

/** One thing that was added to a pod between submission and storage. */
export interface PodAddition {
  readonly what: "env" | "mount" | "volume";
  /** `null` for a volume, which is the pod's. */
  readonly container: string | null;
  readonly name: string;
  readonly value: string;
}
