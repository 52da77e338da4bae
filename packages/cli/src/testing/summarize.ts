import type { ScenarioResult, TestReport } from "@irsa-sim/core";
import type { TestFlags } from "../commands/test-flags.js";

/** What was run, and how long it took. */
export interface Conducted {
  /** How many scenarios were to be run. */
  readonly planned: number;
  readonly durationMs: number;
  readonly flags: Pick<TestFlags, "seed" | "network">;
}

/** The report of all results. */
export function summarize(results: readonly ScenarioResult[], { planned, durationMs, flags }: Conducted): TestReport {
  const count = (wanted: ScenarioResult["outcome"]): number => results.filter(({ outcome }) => outcome === wanted).length;
  return {
    schema: "irsa-sim/test/v1",
    seed: flags.seed,
    network: flags.network,
    passed: count("passed"),
    failed: count("failed") + count("exceeded"),
    invalid: count("invalid"),
    skipped: planned - results.length,
    durationMs,
    scenarios: results,
  };
}
