import type { Row } from "@irsa-sim/trace-views";
import { type FixAvailability, fixAvailability } from "../failure/fix-availability.js";
import type { PageAction } from "../state/page-action.js";
import { TABS } from "../state/tab.js";
import type { Page } from "./page-context.js";
import { rowOfStep } from "./row-of-step.js";

/** What a key does; `null` for nothing. A presenter's clicker sends PageUp and PageDown, and moves by whole steps. */
export function decideShortcut(key: string, page: Pick<Page, "state" | "view">): PageAction | null {
  const { state, view } = page;
  // A lesson gives nothing away before the answer.
  if (state.lesson !== null && !state.lesson.isRevealed && !["/", "c", "?"].includes(key)) return null;
  const rows = view?.rows ?? [];
  if (/^[0-9]$/.test(key)) return to(rowOfStep(rows, Number(key)), state.row);
  switch (key) {
    case "ArrowRight":
    case "Enter":
      return to(state.row + 1, state.row, rows.length);
    case "ArrowLeft":
      return to(state.row - 1, state.row, rows.length);
    case "PageDown":
      return to(nextStep(rows, state.row), state.row, rows.length);
    case "PageUp":
      return to(previousStep(rows, state.row), state.row, rows.length);
    case "Home":
      return to(0, state.row);
    case "End":
      return to(rows.length - 1, state.row);
    case "!":
      return to(
        rows.findLastIndex(({ isRefused }) => isRefused),
        state.row,
      );
    case "[":
    case "]":
      return { kind: "tab", tab: (TABS[(TABS.findIndex(({ id }) => id === state.tab) + (key === "]" ? 1 : TABS.length - 1)) % TABS.length] ?? TABS[0]).id };
    case "/":
    case "c":
      return { kind: "overlay", overlay: "catalogue" };
    case "b":
      return { kind: "overlay", overlay: "break" };
    case "d":
      return { kind: "overlay", overlay: "compare" };
    case "e":
      return { kind: "centre", centre: state.centre === "files" ? "diagram" : "files" };
    case "f":
      return fix(fixAvailability(page));
    case "s":
      return { kind: "overlay", overlay: "share" };
    case "?":
      return { kind: "overlay", overlay: "help" };
    default:
      return null;
  }
}

function fix(availability: FixAvailability): PageAction | null {
  return availability === "none" ? null : { kind: "fix", isFixed: availability === "can-fix" };
}

function to(row: number, from: number, length = Number.POSITIVE_INFINITY): PageAction | null {
  return row < 0 || row >= length || row === from ? null : { kind: "go", row };
}

/** The first row of the next step; the last row of all behind the last step. */
function nextStep(rows: readonly Row[], from: number): number {
  const next = rows.findIndex(({ step }, index) => index > from && step !== rows[from]?.step);
  return next === -1 ? rows.length - 1 : next;
}

/** The first row of this step, or of the one before when the viewer stands there. */
function previousStep(rows: readonly Row[], from: number): number {
  const startOf = (row: number): number => rows.findLastIndex(({ step }, index) => index < row && step !== rows[row]?.step) + 1;
  const start = startOf(from);
  return start === from && from > 0 ? startOf(from - 1) : start;
}
