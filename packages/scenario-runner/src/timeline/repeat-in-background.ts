import type { Refusal, World } from "@irsa-sim/simulation";

/** Does something again and again while time moves on, until it is refused. */
export function repeatInBackground(world: Pick<World, "clock" | "refuseInBackground">, everyMs: number, once: () => Promise<Refusal | null>): void {
  const timer = world.clock.every(everyMs, async () => {
    const refusal = await once();
    if (refusal === null) return;
    timer.cancel();
    world.refuseInBackground(refusal);
  });
}
