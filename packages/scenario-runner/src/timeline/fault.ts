import { injectFault, type Refusal, type World } from "@irsa-sim/simulation";
import type { TimelineAction } from "../scenario/loaded-scenario.js";

/** Breaks something, or mends it. */
export async function performFault(world: World, action: Extract<TimelineAction, { kind: "fault" }>): Promise<Refusal | null> {
  await world.clock.run(() => injectFault(world, action));
  return null;
}
