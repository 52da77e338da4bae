import { epochMillis } from "@irsa-sim/core";
import { answerStranger, createKeyOwners, originsOf, startSimulation } from "@irsa-sim/live";
import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import { createFreshKeys } from "@irsa-sim/simulation";
import { clientTimeOf } from "./client-time-of.js";
import type { StartedWorld } from "./started-world.js";

/** What a world on sockets is started with. */
export interface SocketOptions {
  readonly scenario: LoadedScenario;
  readonly seed: string;
}

/** Starts a scenario's world on a clock that keeps the host's time, with keys of its own, and listens on any free ports of 127.0.0.1. */
export async function startOnSockets({ scenario, seed }: SocketOptions): Promise<StartedWorld> {
  const keys = await createFreshKeys(scenario, epochMillis(Date.now()));
  const live = await startSimulation({ scenario, keys, seed, onError: throwLater });
  const { world, trace, refusal } = live;
  const answer = answerStranger({ world, origins: originsOf(scenario), owners: createKeyOwners(), service: null, clientTime: () => clientTimeOf(world.clock) });
  const sockets = Object.fromEntries(Object.entries(live.endpoints).map(([name, { url }]) => [name, url]));
  return { world, trace, refusal, answer, sockets, close: live.close };
}

/** A fault of the simulator that nobody waits for ends the test's process, and is not passed over. */
function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
