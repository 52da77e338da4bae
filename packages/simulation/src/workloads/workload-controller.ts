import type { EpochMillis, JsonObject } from "@irsa-sim/core";
import type { WorkloadStatus } from "./status/decide-status-patch.js";
import type { WorkloadObject } from "./workload-object.js";

/** A kind that the API server serves and a controller looks after, or makes. */
export interface WorkloadKind {
  readonly kind: string;
  readonly apiVersion: string;
  /** As in paths. */
  readonly plural: string;
}

/** What a controller knows when it decides. */
export interface WorkloadState {
  readonly parent: WorkloadObject;
  /** What it controls, in order of creation. */
  readonly children: readonly WorkloadObject[];
  /** Names of the cluster's nodes. */
  readonly nodes: readonly string[];
  readonly now: EpochMillis;
  /** Whether statuses are told, and with them what only people look at. */
  readonly isLive: boolean;
  /** What the API server last said against what the controller wants; `null` for nothing. */
  readonly failure: string | null;
}

/** One thing that a controller does; an object to be created says whose it is. */
export type WorkloadChange =
  | { readonly kind: "create"; readonly object: JsonObject }
  | { readonly kind: "scale"; readonly child: WorkloadObject; readonly replicas: number }
  | { readonly kind: "delete"; readonly child: WorkloadObject }
  /** Of the workload itself or of what it made; the title says what that does. */
  | { readonly kind: "patch"; readonly of: "parent" | "child"; readonly object: WorkloadObject; readonly patch: JsonObject; readonly title: string }
  | { readonly kind: "complain"; readonly reason: string; readonly message: string };

/** The controller of one kind of workload. */
export interface WorkloadController {
  readonly of: WorkloadKind;
  /** What it makes. */
  readonly makes: WorkloadKind;
  /** The service account in `kube-system` as which it calls the API server. */
  readonly serviceAccount: string;
  /** What is to be done now; nothing when all is as it should be. */
  decide(state: WorkloadState): readonly WorkloadChange[];
  /** Whether it takes as its own what nobody controls and it selects. */
  readonly adopts?: boolean;
  /** How the workload is, where it says so; `null` where nothing becomes of that any more. */
  status?(state: WorkloadState): WorkloadStatus | null;
  /** When it has to look again though nothing has changed; `null` for never. */
  nextLook?(parent: WorkloadObject, now: EpochMillis, children: readonly WorkloadObject[]): EpochMillis | null;
}
