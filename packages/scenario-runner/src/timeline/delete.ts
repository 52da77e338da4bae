import { readKubernetesStatus } from "../kubernetes/read-kubernetes-status.js";
import type { Refusal } from "../report/refusal.js";
import type { TimelineAction } from "../scenario/loaded-scenario.js";
import type { World } from "../world.js";

/** Deletes one object, as `kubectl delete` does. */
export async function performDelete(world: World, action: Extract<TimelineAction, { kind: "delete" }>): Promise<Refusal | null> {
  const span = world.trace.root.enter(`Delete ${action.objectKind} ${action.name}`, { step: 1, actor: "developer" });
  const response = await world.clock.run(() => world.developer.delete(action, span));
  return response.status >= 400 ? { ...readKubernetesStatus(response), action: span.seq as number } : null;
}
