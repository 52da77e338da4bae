import { ACTOR_NAMES } from "./actor-names.js";
import { orderLanes } from "./order-lanes.js";
import type { Row } from "./row.js";

/** The diagram as Mermaid's sequence diagram. */
export function toMermaid(rows: readonly Row[]): string {
  const participants = orderLanes(rows).map((actor) => `  participant ${idOf(actor)} as ${ACTOR_NAMES[actor]}`);
  return ["sequenceDiagram", ...participants, ...rows.map(lineOf), ""].join("\n");
}

function lineOf({ kind, from, to, label, isRefused }: Row): string {
  if (kind === "work") return `  Note over ${idOf(from)}: ${plain(label)}`;
  const arrow = isRefused ? "--x" : kind === "response" ? "-->>" : "->>";
  return `  ${idOf(from)}${arrow}${idOf(to)}: ${plain(label)}`;
}

/** A name without what Mermaid takes for syntax. */
function idOf(actor: string): string {
  return actor.replaceAll("-", "_");
}

/** A text that ends neither the line nor the statement. */
function plain(label: string): string {
  return label.replaceAll(/\p{Cc}+/gu, " ").replaceAll(/[#;<>]/g, (character) => `#${character.charCodeAt(0)};`);
}
