import type { Refusal, World } from "@irsa-sim/simulation";
import type { TimelineAction } from "../scenario/loaded-scenario.js";
import { repeatInBackground } from "./repeat-in-background.js";

/** Lets a controller create the objects of the files, and look at them again and again while time moves on. */
export async function performReconcile(world: World, action: Extract<TimelineAction, { kind: "reconcile" }>): Promise<Refusal | null> {
  const look = world.controller.keep({ objects: action.objects.map(({ object }) => object), compares: action.compares });
  const refusal = await world.clock.run(look);
  if (refusal === null) repeatInBackground(world, action.everyMs, look);
  return refusal;
}
