import type { Actor } from "@irsa-sim/core";
import { ACTOR_NAMES } from "./actor-names.js";
import { mermaidLane } from "./mermaid-lane.js";

/** A sequence diagram of Mermaid's with these lanes and lines. */
export function mermaidDocument(lanes: readonly Actor[], lines: readonly string[]): string {
  return ["sequenceDiagram", ...lanes.map((actor) => `  participant ${mermaidLane(actor)} as ${ACTOR_NAMES[actor]}`), ...lines, ""].join("\n");
}
