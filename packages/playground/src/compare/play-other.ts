import type { RunReport } from "@irsa-sim/core";
import { fromJson } from "@irsa-sim/trace-views";
import type { Conditions } from "../play/conditions.js";
import { playScenario } from "../play/play-scenario.js";
import type { OtherRun } from "./other-run.js";

/** The run to compare with, or why there is none. */
export type Played = { readonly kind: "run"; readonly report: RunReport } | { readonly kind: "none"; readonly why: string };

/** Plays the other scenario, or reads the saved run. */
export async function playOther(other: OtherRun, texts: ReadonlyMap<string, string>, conditions: Conditions): Promise<Played> {
  if (other.kind === "saved") {
    const report = fromJson(other.text);
    return report === null ? { kind: "none", why: `${other.file} is no run that irsa-sim run --json wrote` } : { kind: "run", report };
  }
  const outcome = await playScenario(texts, other.open, conditions);
  if (outcome.kind === "played") return { kind: "run", report: outcome.report };
  const [first] = outcome.kind === "invalid" ? outcome.problems : [];
  return { kind: "none", why: outcome.kind === "stopped" ? outcome.message : `${first?.file}:${first?.line} ${first?.message}` };
}
