/** A fleet: every pod of a scenario many times, and everything that is done with a pod done with each of them. */
import type { JsonObject } from "@irsa-sim/core";
import { replicaName } from "./replica-name.js";
import type { PlannedAction } from "./timeline-entry.js";

/** The action once for each replica, in order; itself alone when it concerns no pod, or when there is one replica, which keeps the plain name. */
export function replicateAction(planned: PlannedAction, replicas: number): readonly PlannedAction[] {
  if (replicas === 1) return [planned];
  const all = Array.from({ length: replicas }, (_, replica) => (pod: string) => replicaName(pod, replica));
  const objects = planned.objects.flatMap((object) => replicateObject(object, all));
  const named = all.map((rename) => planned.definition.replicate?.(planned.action, rename) ?? null);
  return named.includes(null) ? [{ ...planned, objects }] : named.map((action) => ({ ...planned, action, objects }));
}

/** A pod with `generateName` gets a name of its own each time anyway. */
function replicateObject(object: JsonObject, all: readonly ((pod: string) => string)[]): readonly JsonObject[] {
  if (object.kind !== "Pod") return [object];
  const metadata = object.metadata as JsonObject;
  return all.map((rename) => ({ ...object, metadata: typeof metadata.name === "string" ? { ...metadata, name: rename(metadata.name) } : metadata }));
}
