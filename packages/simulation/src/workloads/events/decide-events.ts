/**
 * What controllers tell in events of what they did for a workload.
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/controller_utils.go
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/deployment/sync.go
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/statefulset/stateful_pod_control.go
 */
import type { WorkloadChange } from "../workload-controller.js";
import type { WorkloadObject } from "../workload-object.js";
import type { ToldEvent } from "./told-event.js";

/** What a controller did, or tried to. */
export interface Deed {
  readonly change: WorkloadChange;
  /** The object that was made or changed; `null` for none. */
  readonly made: WorkloadObject | null;
  /** What the API server said against it; `null` where it was done. */
  readonly refusal: string | null;
}

/**
 * Decides what is told of a deed.
 *
 * @param kind of the workload
 * @param workload its name
 * @returns `null` for what is not worth an event
 */
export function decideEvent(kind: string, workload: string, { change, made, refusal }: Deed): ToldEvent | null {
  const normal = (reason: string, message: string): ToldEvent => ({ type: "Normal", reason, message });
  const warning = (reason: string, message: string): ToldEvent => ({ type: "Warning", reason, message });
  if (change.kind === "complain") return warning(change.reason, change.message);
  if (change.kind === "patch") return null;
  const name = nameOf(change, made);
  if (kind === "Deployment") return ofDeployment(change, name, refusal);
  if (change.kind === "scale") return null;
  if (kind === "StatefulSet") {
    const verb = change.kind === "create" ? "Create" : "Delete";
    const what = `${verb} Pod ${name} in StatefulSet ${workload}`;
    return refusal === null ? normal(`Successful${verb}`, `${what} successful`) : warning(`Failed${verb}`, `${what} failed error: ${refusal}`);
  }
  const child = kind === "CronJob" ? "job" : "pod";
  if (change.kind === "create") {
    if (refusal === null) return normal("SuccessfulCreate", `Created ${child}${kind === "CronJob" ? "" : ":"} ${name}`);
    return warning("FailedCreate", `Error creating${kind === "CronJob" ? " job" : ""}: ${refusal}`);
  }
  if (refusal === null) return normal("SuccessfulDelete", `Deleted ${child}${kind === "CronJob" ? "" : ":"} ${name}`);
  return warning("FailedDelete", `${kind === "CronJob" ? "Deleted job: " : "Error deleting: "}${refusal}`);
}

type ChildChange = Exclude<WorkloadChange, { readonly kind: "complain" } | { readonly kind: "patch" }>;

function ofDeployment(change: ChildChange, name: string, refusal: string | null): ToldEvent | null {
  if (change.kind === "delete") return null;
  if (refusal !== null) {
    return change.kind === "create"
      ? { type: "Warning", reason: "ReplicaSetCreateError", message: `Failed to create new replica set "${name}": ${refusal}` }
      : null;
  }
  const from = change.kind === "create" ? 0 : (change.child.spec?.replicas ?? 1);
  const to = change.kind === "create" ? Number((change.object.spec as { readonly replicas?: number } | undefined)?.replicas ?? 1) : change.replicas;
  if (from === to) return null;
  return { type: "Normal", reason: "ScalingReplicaSet", message: `Scaled ${to > from ? "up" : "down"} replica set ${name} from ${from} to ${to}` };
}

function nameOf(change: ChildChange, made: WorkloadObject | null): string {
  if (change.kind !== "create") return change.child.metadata.name;
  return made?.metadata.name ?? String((change.object.metadata as { readonly name?: string }).name ?? "");
}
