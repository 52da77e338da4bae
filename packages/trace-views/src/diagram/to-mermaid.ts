import { ACTOR_NAMES } from "./actor-names.js";
import { mermaidLane } from "./mermaid-lane.js";
import { mermaidText } from "./mermaid-text.js";
import { orderLanes } from "./order-lanes.js";
import type { Row } from "./row.js";

/** The diagram as Mermaid's sequence diagram. */
export function toMermaid(rows: readonly Row[]): string {
  const participants = orderLanes(rows).map((actor) => `  participant ${mermaidLane(actor)} as ${ACTOR_NAMES[actor]}`);
  return ["sequenceDiagram", ...participants, ...rows.map(lineOf), ""].join("\n");
}

function lineOf({ kind, from, to, label, isRefused }: Row): string {
  if (kind === "work") return `  Note over ${mermaidLane(from)}: ${mermaidText(label)}`;
  const arrow = isRefused ? "--x" : kind === "response" ? "-->>" : "->>";
  return `  ${mermaidLane(from)}${arrow}${mermaidLane(to)}: ${mermaidText(label)}`;
}
