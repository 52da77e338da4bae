import { createRandom, createTrace, type ExpectationResult, VirtualClock } from "@irsa-sim/core";
import { createWorld, enableOidcProviderAsDeveloper, type Refusal, setUpClusters, WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import type { LoadedScenario } from "../src/index.js";
import type { WrittenExpectation } from "../src/report/compare-expectations.js";
import { compareReplicas } from "../src/report/compare-replicas.js";
import { findLocatedWarnings } from "../src/report/find-located-warnings.js";
import { performTimeline } from "../src/timeline/perform-timeline.js";
import { START_AT } from "./catalogue.js";

/** A moment at which a scenario expects something. */
export interface Moment {
  /** Number of the timeline's action; `null` for the end. */
  readonly action: number | null;
  /** Compares any expectation with what is so at this moment, and changes nothing. */
  compare(written: WrittenExpectation): readonly ExpectationResult[];
}

/**
 * Plays a scenario once, and stops at each moment at which it expects something, so that many expectations are compared with one run.
 * Ends, as a run does, at a refusal that no expectation awaits.
 */
export async function playMoments(scenario: LoadedScenario, visit: (moment: Moment) => void): Promise<void> {
  const clock = new VirtualClock(START_AT);
  const trace = createTrace(clock, { locate: ({ file, pointer }) => scenario.locate(file, pointer ?? "") });
  const world = await createWorld({ description: scenario, clock, trace, random: createRandom("1"), keys: WELL_KNOWN_KEYS, openTransport: undefined });
  const momentAt = (action: number | null, refusals: readonly (Refusal | null)[]): Moment => ({
    action,
    compare: (written) => compareReplicas(written, { world, scenario, warnings: findLocatedWarnings(trace.events, scenario), refusals }).results,
  });
  try {
    await clock.run(() => setUpClusters(world, scenario));
    let refusals: readonly (Refusal | null)[] = [await clock.run(() => enableOidcProviderAsDeveloper(world, scenario))];
    for (const [index, action] of scenario.timeline.entries()) {
      if (action.kind === "expect") {
        visit(momentAt(index, refusals));
        if (action.expect.outcome === "refused") refusals = [null];
      } else if (refusals.some((refusal) => refusal !== null)) break;
      else ({ refusals } = await performTimeline(world, { ...scenario, timeline: [action] }));
    }
    visit(momentAt(null, refusals));
  } finally {
    await world.close();
  }
}
