import type { RunReport, TraceEvent } from "@irsa-sim/core";
import { playVariant } from "./catalogue.js";

/** A run, and what stands in its trace by name. */
export interface PlayedTimeline extends RunReport {
  /** The first span of this name. */
  span(name: string): TraceEvent | undefined;
  /** The attributes of the first note of this name. */
  note(name: string): unknown;
}

/** Plays entries of a timeline in `basic`, once its pod runs. */
export async function playTimeline(entries: readonly string[], options = ""): Promise<PlayedTimeline> {
  const lines = ["apply: [service-account.yaml, pod.yaml]", ...entries].map((entry) => `  - ${entry}`);
  const report = await playVariant(`${options}timeline:\n${lines.join("\n")}`);
  return {
    ...report,
    span: (name) => report.events.find((event) => event.kind === "span" && event.name === name),
    note: (name) => report.events.flatMap((event) => (event.kind === "note" && event.name === name ? [event.attributes] : []))[0],
  };
}
