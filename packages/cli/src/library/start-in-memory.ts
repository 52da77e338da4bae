import { createRandom, createTrace, type EpochMillis, VirtualClock } from "@irsa-sim/core";
import { answerStranger, createKeyOwners, originsOf } from "@irsa-sim/live";
import { type LoadedScenario, prepareWorld } from "@irsa-sim/scenario-runner";
import { createWorld, WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { clientTimeOf } from "./client-time-of.js";
import type { StartedWorld } from "./started-world.js";

/** What a world in memory is started with. */
export interface MemoryOptions {
  readonly scenario: LoadedScenario;
  readonly seed: string;
  readonly startAt: EpochMillis;
}

/** Starts a scenario's world on a clock that stands still until it is moved; the same options give the same bytes. */
export async function startInMemory({ scenario, seed, startAt }: MemoryOptions): Promise<StartedWorld> {
  const clock = new VirtualClock(startAt);
  const trace = createTrace(clock, { locate: ({ file, pointer = "" }) => scenario.locate(file, pointer) });
  const world = await createWorld({ description: scenario, clock, trace, random: createRandom(seed), keys: WELL_KNOWN_KEYS });
  try {
    const refusal = await prepareWorld(world, scenario);
    const answer = answerStranger({
      world,
      origins: originsOf(scenario),
      owners: createKeyOwners(),
      service: null,
      clientTime: () => clientTimeOf(world.clock),
    });
    return { world, trace, refusal, answer, sockets: null, close: () => world.close() };
  } catch (error) {
    await world.close();
    throw error;
  }
}
