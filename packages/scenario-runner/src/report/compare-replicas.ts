import type { ExpectationResult, Failure, Warning } from "@irsa-sim/core";
import type { Refusal, World } from "@irsa-sim/simulation";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { compareExpectations, type WrittenExpectation } from "./compare-expectations.js";
import { findFailure } from "./find-failure.js";
import { findPrincipal } from "./find-principal.js";
import { createObserver } from "./observe.js";
import { observeReplica } from "./observe-replica.js";

/** What a run came to, or its last action. */
export interface Reached {
  readonly world: World;
  readonly scenario: Pick<LoadedScenario, "replicas">;
  readonly warnings: readonly Warning[];
  /** What each replica was told; one for all when the action concerned no pod. */
  readonly refusals: readonly (Refusal | null)[];
}

/** An expectation, compared, and the refusal that it was compared with. */
export interface Comparison {
  readonly results: readonly ExpectationResult[];
  readonly refusal: Refusal | null;
  readonly failure: Failure | null;
}

/** Compares an expectation with every replica; the first that deviates counts, and is named in what was found. */
export function compareReplicas(written: WrittenExpectation, { world, scenario, warnings, refusals }: Reached): Comparison {
  const { events } = world.trace;
  const observer = createObserver(world);
  const principal = findPrincipal(events);
  const compare = (replica: number): Comparison => {
    const refusal = refusals[refusals.length === 1 ? 0 : replica] ?? null;
    const failure = refusal === null ? null : findFailure(events, refusal);
    const observe = scenario.replicas === 1 ? observer : observeReplica(observer, replica);
    return { refusal, failure, results: compareExpectations(written, { failure, warnings, principal, observe }) };
  };
  const first = compare(0);
  for (let replica = 0; replica < scenario.replicas; replica += 1) {
    const comparison = replica === 0 ? first : compare(replica);
    if (comparison.results.every(({ met }) => met)) continue;
    if (scenario.replicas === 1) return comparison;
    return {
      ...comparison,
      results: comparison.results.map((result) => (result.met ? result : { ...result, actual: `${result.actual} (replica ${replica})` })),
    };
  }
  return first;
}
