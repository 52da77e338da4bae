import { mermaidLane } from "./mermaid-lane.js";
import { mermaidText } from "./mermaid-text.js";
import type { Row } from "./row.js";

/** A row as a line of Mermaid's sequence diagram. */
export function mermaidLine({ kind, from, to, label, isRefused }: Row): string {
  if (kind === "work") return `  Note over ${mermaidLane(from)}: ${mermaidText(label)}`;
  const arrow = isRefused ? "--x" : kind === "response" ? "-->>" : "->>";
  return `  ${mermaidLane(from)}${arrow}${mermaidLane(to)}: ${mermaidText(label)}`;
}
