import type { TerminalSize } from "../terminal/terminal-size.js";

/** How the screen is divided, in character cells. */
export interface ScreenLayout {
  /** `beside`: rail, diagram and pane stand side by side. `above`: the diagram stands over rail and pane. */
  readonly diagramIs: "above" | "beside";
  readonly rail: { readonly width: number; readonly height: number; readonly isDetailed: boolean };
  readonly diagram: { readonly width: number; readonly height: number };
  readonly pane: { readonly width: number; readonly height: number };
}

const MIN_COLUMNS = 60;
const MIN_ROWS = 18;
/** From here on three parts stand side by side. */
const WIDE_COLUMNS = 150;
/** Two rows above for the title, two below for what is told and for the keys. */
const FRAME_ROWS = 4;
const STEPS = 10;
/** The lanes' names, an arrow with its label, its answer, and the lines around. */
const MIN_DIAGRAM_ROWS = 6;
/** Around what stands in the body: a blank at either side, and the line between two parts. */
const GAP = 3;

/** Divides the screen; `null` when it is too small to show anything of use. */
export function decideLayout({ columns, rows }: TerminalSize): ScreenLayout | null {
  if (columns < MIN_COLUMNS || rows < MIN_ROWS) return null;
  const body = rows - FRAME_ROWS;
  const isDetailed = rows >= 34;
  if (columns >= WIDE_COLUMNS) {
    const rail = 36;
    const diagram = Math.min(Math.floor((columns - rail) * 0.46), 104);
    return {
      diagramIs: "beside",
      rail: { width: rail, height: body, isDetailed },
      diagram: { width: diagram, height: body },
      pane: { width: columns - rail - diagram - 2 * GAP, height: body },
    };
  }
  const rail = columns >= 100 ? 34 : 24;
  const above = Math.max(MIN_DIAGRAM_ROWS, Math.min(body - (isDetailed ? 2 * STEPS : STEPS + 2), Math.floor(body * 0.4)));
  const height = body - above;
  return {
    diagramIs: "above",
    rail: { width: rail, height, isDetailed: isDetailed && height >= 20 },
    diagram: { width: columns, height: above },
    pane: { width: columns - rail - GAP, height },
  };
}
