import { injectFault } from "../faults/faults.js";
import type { Refusal } from "../report/refusal.js";
import type { TimelineAction } from "../scenario/loaded-scenario.js";
import type { World } from "../world.js";

/** Breaks something, or mends it. */
export async function performFault(world: World, action: Extract<TimelineAction, { kind: "fault" }>): Promise<Refusal | null> {
  await world.clock.run(() => injectFault(world, action));
  return null;
}
