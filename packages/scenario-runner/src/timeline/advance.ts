import type { Refusal } from "../report/refusal.js";
import type { TimelineAction } from "../scenario/loaded-scenario.js";
import type { World } from "../world.js";

/** Moves time on; everything that falls due on the way happens. */
export async function performAdvance(world: World, action: Extract<TimelineAction, { kind: "advance" }>): Promise<Refusal | null> {
  await world.clock.advanceBy(action.durationMs);
  return null;
}
