import type { Refusal } from "../report/refusal.js";
import type { TimelineAction } from "../scenario/loaded-scenario.js";
import type { World } from "../world.js";
import { performAdvance } from "./advance.js";
import { performApply } from "./apply.js";
import { performCall } from "./call.js";
import { performDelete } from "./delete.js";
import { performFault } from "./fault.js";

/**
 * Does what the timeline says, in order, and lets the actors do what follows from it before it goes on.
 *
 * @returns the first refusal, at which it stops, or `null`
 */
export async function performTimeline(world: World, timeline: readonly TimelineAction[]): Promise<Refusal | null> {
  for (const action of timeline) {
    const refusal = (await perform(world, action)) ?? (await settle(world));
    if (refusal !== null) return refusal;
  }
  return null;
}

function perform(world: World, action: TimelineAction): Promise<Refusal | null> {
  switch (action.kind) {
    case "apply":
      return performApply(world, action);
    case "call":
      return performCall(world, action);
    case "delete":
      return performDelete(world, action);
    case "advance":
      return performAdvance(world, action);
    case "fault":
      return performFault(world, action);
  }
}

/** Runs what is due at this very instant: the kubelet wakes up, a background call goes out. */
async function settle(world: World): Promise<Refusal | null> {
  await world.clock.advanceBy(0);
  return world.backgroundRefusal();
}
