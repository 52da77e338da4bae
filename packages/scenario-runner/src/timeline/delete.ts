import { findRefusal, type Refusal, type World } from "@irsa-sim/simulation";
import type { TimelineAction } from "../scenario/loaded-scenario.js";

/** Deletes one object, as `kubectl delete` does. */
export async function performDelete(world: World, action: Extract<TimelineAction, { kind: "delete" }>): Promise<Refusal | null> {
  const span = world.trace.root.enter(`Delete ${action.objectKind} ${action.name}`, { step: 1, actor: "developer" });
  return findRefusal(span, () => world.clock.run(() => world.developer.delete(action, span)));
}
