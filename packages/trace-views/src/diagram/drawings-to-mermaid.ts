import type { Actor } from "@irsa-sim/core";
import { mermaidDocument } from "./mermaid-document.js";
import { mermaidLane } from "./mermaid-lane.js";
import { mermaidText } from "./mermaid-text.js";
import { orderLanes } from "./order-lanes.js";
import type { RunDrawing } from "./run-drawing.js";

/** Several runs as one diagram, below each other on the same lanes, each headed by its name; one alone needs no head. */
export function drawingsToMermaid(drawings: readonly RunDrawing[]): string {
  const lanes = orderLanes(drawings.flatMap((drawing) => drawing.lanes.map((lane) => ({ from: lane, to: lane }))));
  return mermaidDocument(
    lanes,
    drawings.flatMap((drawing) => (drawings.length === 1 ? drawing.mermaid : [...headLines(drawing, lanes), ...drawing.mermaid])),
  );
}

function headLines({ name, title }: RunDrawing, lanes: readonly Actor[]): readonly string[] {
  const [first, last] = [lanes[0], lanes.at(-1)];
  if (first === undefined || last === undefined) return [];
  const over = first === last ? mermaidLane(first) : `${mermaidLane(first)},${mermaidLane(last)}`;
  return [`  Note over ${over}: ${mermaidText(`${name} · ${title}`)}`];
}
