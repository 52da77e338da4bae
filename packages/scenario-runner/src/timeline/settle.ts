import type { Refusal, World } from "@irsa-sim/simulation";

/** Runs what is due at this very instant, and follows by itself from what was done: the kubelet wakes up, a background call goes out. */
export async function settle(world: World): Promise<Refusal | null> {
  await world.clock.advanceBy(0);
  return world.takeBackgroundRefusal();
}
