import { injectFault, type Refusal, type World } from "@irsa-sim/simulation";
import type { z } from "zod";
import type { faultSchema } from "./schema.js";

/** Breaks something, or mends it. */
export async function performFault(world: World, fault: z.infer<typeof faultSchema>): Promise<Refusal | null> {
  await world.clock.run(() => injectFault(world, fault));
  return null;
}
