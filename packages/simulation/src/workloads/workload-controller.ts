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
}

/** One thing that a controller does; an object to be created says whose it is. */
export type WorkloadChange =
  | { readonly kind: "create"; readonly object: JsonObject }
  | { readonly kind: "scale"; readonly child: WorkloadObject; readonly replicas: number }
  | { readonly kind: "delete"; readonly child: WorkloadObject }
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
  /** How the workload is, where it says so. */
  status?(state: Omit<WorkloadState, "now">): WorkloadStatus;
  /** When it has to look again though nothing has changed; `null` for never. */
  nextLook?(parent: WorkloadObject, now: EpochMillis): EpochMillis | null;
}
