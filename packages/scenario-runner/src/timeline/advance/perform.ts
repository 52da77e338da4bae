import { addMillis, type Step, type TraceEvent } from "@irsa-sim/core";
import { formatDuration } from "@irsa-sim/core/schema";
import type { Refusal, World } from "@irsa-sim/simulation";
import type { z } from "zod";
import type { advanceSchema } from "./schema.js";

type Advance = z.infer<typeof advanceSchema>;
type AwaitedEvent = NonNullable<Advance["until"]>;

/** Moves time on, for so long or until something happens; everything that falls due on the way happens. */
export async function performAdvance(world: World, { durationMs, until }: Advance): Promise<Refusal | null> {
  if (until === null) {
    await world.clock.advanceBy(durationMs);
    return null;
  }
  let hasHappened = false;
  const leave = world.trace.onEvent((event) => {
    hasHappened ||= isAwaited(event, until);
  });
  try {
    if (await world.clock.advanceUntil(() => hasHappened, addMillis(world.clock.now(), durationMs))) return null;
  } finally {
    leave();
  }
  const span = world.trace.root.enter(`Wait for ${describe(until)}`, { step: (until.step ?? null) as Step | null, actor: "simulator" });
  return { code: "NothingHappened", status: null, message: `no ${describe(until)} within ${formatDuration(durationMs)}`, action: span.seq as number };
}

/** Whether all that is said of an event is true of this one. */
function isAwaited(event: TraceEvent, { step, exchange, note }: AwaitedEvent): boolean {
  return (
    (step === undefined || event.step === step) &&
    (exchange === undefined || (event.kind === "exchange" && event.name === exchange)) &&
    (note === undefined || (event.kind === "note" && event.name === note))
  );
}

function describe({ step, exchange, note }: AwaitedEvent): string {
  const parts = [exchange, note].filter((part) => part !== undefined);
  const what = parts.length === 0 ? "event" : parts.join(" ");
  return step === undefined ? what : `${what} of step ${step}`;
}
