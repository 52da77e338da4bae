import type { JsonObject } from "@irsa-sim/core";
import type { WorkloadObject } from "../workload-object.js";

/** How many pods are ready. */
export function countReady(pods: readonly WorkloadObject[]): number {
  const isReady = ({ status }: WorkloadObject): boolean =>
    ((status?.conditions ?? []) as readonly JsonObject[]).some((condition) => condition.type === "Ready" && condition.status === "True");
  return pods.filter(isReady).length;
}

/** The sum of a number of the statuses of objects. */
export function sumOf(objects: readonly WorkloadObject[], member: string): number {
  return objects.reduce((sum, { status }) => sum + Number(status?.[member] ?? 0), 0);
}
