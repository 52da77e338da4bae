import { cleanOutput } from "@irsa-sim/trace-views";
import { renderToString } from "ink";
import type { StepperState } from "../state/stepper-state.js";
import type { TerminalSize } from "../terminal/terminal-size.js";
import { composeScreen, type ScreenLook } from "./compose-screen.js";
import { decideLayout } from "./decide-layout.js";
import { Screen } from "./screen.js";

/** A screen, and how much of its pane can be seen. */
export interface Frame {
  /** The screen row by row, which takes a while to lay out. */
  readonly draw: () => readonly string[];
  /** How many lines of the pane can be seen, and how many it has. */
  readonly room: { readonly shown: number; readonly all: number };
}

/** Makes the screen as it is to be seen in a terminal of this size. */
export function composeFrame(state: StepperState, size: TerminalSize, look: ScreenLook): Frame {
  const layout = decideLayout(size);
  if (layout === null) return { draw: () => tooSmall(size), room: { shown: 0, all: 0 } };
  const parts = composeScreen(state, layout, size.columns, look);
  return {
    draw: () =>
      renderToString(<Screen parts={parts} size={size} />, { columns: size.columns })
        .split("\n")
        .slice(0, size.rows)
        .map((row) => cleanOutput(row, { styled: true })),
    room: parts.room,
  };
}

function tooSmall({ columns, rows }: TerminalSize): readonly string[] {
  return ["irsa-sim step needs 60", "columns and 18 rows.", "q quits"].map((line) => line.slice(0, columns)).slice(0, rows);
}
