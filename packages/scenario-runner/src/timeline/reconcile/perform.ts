import type { JsonObject } from "@irsa-sim/core";
import type { Refusal, World } from "@irsa-sim/simulation";
import type { z } from "zod";
import { repeatInBackground } from "../repeat-in-background.js";
import type { reconcileSchema } from "./schema.js";

/** Lets a controller create the objects of the files, and look at them again and again while time moves on. */
export async function performReconcile(
  world: World,
  { everyMs, compares }: z.infer<typeof reconcileSchema>,
  objects: readonly JsonObject[],
): Promise<Refusal | null> {
  const look = world.controller.keep({ objects, compares });
  const refusal = await world.clock.run(look);
  if (refusal === null) repeatInBackground(world, everyMs, look);
  return refusal;
}
