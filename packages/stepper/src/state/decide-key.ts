import { decideLessonKey } from "../lesson/decide-lesson-key.js";
import { isBlind } from "../lesson/is-blind.js";
import { decideMove, type Move } from "./decide-move.js";
import { decidePickingKey } from "./decide-picking-key.js";
import type { Decision } from "./decision.js";
import { PANES } from "./panes.js";
import { positionsOf } from "./positions-of.js";
import type { Overlay, StepperState } from "./stepper-state.js";

const MOVES: Readonly<Record<string, Move>> = {
  ...{ enter: "next", space: "next", right: "next", pagedown: "next" },
  ...{ left: "back", pageup: "back", backspace: "back", b: "back" },
  ...{ n: "next-step", "shift-right": "next-step", p: "previous-step", "shift-left": "previous-step" },
  ...{ home: "first", g: "first", end: "last", G: "last", "!": "failure" },
};

const SCROLLS: Readonly<Record<string, number>> = { down: 1, up: -1, j: 1, k: -1, "ctrl-d": 8, "ctrl-u": -8 };

const HIDDEN = "what happened is hidden until you have predicted it; l goes back to the question";

/**
 * Decides what a key does. A key that does nothing says so.
 *
 * @param room how many lines of the pane can be seen, and how many it has
 */
export function decideKey(before: StepperState, key: string, room: { readonly shown: number; readonly all: number }): Decision {
  const state = { ...before, notice: null };
  if (key === "ctrl-c") return { state, effect: { kind: "quit" } };
  if (state.overlay?.kind === "lesson") return decideLessonKey(state, key);
  if (state.overlay?.kind === "search" || state.overlay?.kind === "break" || state.overlay?.kind === "select")
    return decidePickingKey(state, state.overlay, key);
  if (key === "q") return { state, effect: { kind: "quit" } };
  if (key in SCROLLS) return scrolled(state, SCROLLS[key] ?? 0, room);
  if (state.overlay !== null) return decideReadingKey(state, key);
  return decideStoryKey(state, key);
}

/** A text lies over the pane; what else can be pressed closes it. */
function decideReadingKey(state: StepperState, key: string): Decision {
  if (["escape", "enter", "space", "?"].includes(key)) return { state: { ...state, overlay: null, scroll: 0 }, effect: null };
  return said(state, `${nameOf(key)} does nothing here; Esc goes back`);
}

function decideStoryKey(state: StepperState, key: string): Decision {
  const move = MOVES[key] ?? (/^\d$/.test(key) ? ({ step: Number(key) } as Extract<Move, object>) : null);
  if (move !== null) return moved(state, move);
  if (key === "tab" || key === "shift-tab") return turned(state, key === "tab" ? 1 : -1);
  const pane = PANES.find((one) => one.key === key);
  if (pane !== undefined) return { state: { ...state, pane: pane.name, scroll: 0 }, effect: null };
  if (isBlind(state) && ["o", "f", "u", "s", "x", "/"].includes(key)) return said(state, HIDDEN);
  if (key === "o") return reordered(state);
  if (key === "f") return decideFix(state);
  if (key === "u") return decideUndo(state);
  const overlay = overlayOf(key);
  if (overlay === null) return said(state, `${nameOf(key)} does nothing here; ? shows the keys`);
  if (overlay.kind === "lesson" && state.played.lesson === null) return said(state, "this scenario has no lesson");
  if (overlay.kind === "select" && state.played.story.stories.length === 1) return said(state, "there is only this one story");
  if (overlay.kind === "select") return { state: { ...state, overlay: { ...overlay, chosen: chosenStory(state) }, scroll: 0 }, effect: null };
  if (overlay.kind === "lesson" && state.lesson.phase === "idle") return { state: asked(state), effect: null };
  return { state: { ...state, overlay, scroll: 0 }, effect: null };
}

function chosenStory({ played, storyId }: StepperState): number {
  return Math.max(
    played.story.stories.findIndex(({ id }) => id === storyId),
    0,
  );
}

/** From now on the screen does not tell how the run ends. */
function asked(state: StepperState): StepperState {
  return { ...state, overlay: { kind: "lesson" }, lesson: { ...state.lesson, phase: "asked" }, index: 0, pane: "message", scroll: 0 };
}

function overlayOf(key: string): Overlay | null {
  const picking = { query: "", chosen: 0 };
  const overlays: Readonly<Record<string, Overlay>> = {
    "?": { kind: "help" },
    l: { kind: "lesson" },
    "/": { kind: "search", ...picking },
    x: { kind: "break", ...picking },
    s: { kind: "select", ...picking },
  };
  return overlays[key] ?? null;
}

function moved(state: StepperState, move: Move): Decision {
  const to = decideMove(positionsOf(state), state.index, move);
  if (typeof to === "string") return said(state, isBlind(state) ? HIDDEN : to);
  return { state: { ...state, index: to, scroll: 0 }, effect: null };
}

function turned(state: StepperState, by: number): Decision {
  const at = PANES.findIndex(({ name }) => name === state.pane);
  const { name } = PANES[(at + by + PANES.length) % PANES.length] ?? { name: state.pane };
  return { state: { ...state, pane: name, scroll: 0 }, effect: null };
}

function scrolled(state: StepperState, by: number, { shown, all }: { readonly shown: number; readonly all: number }): Decision {
  const scroll = Math.min(Math.max(state.scroll + by, 0), Math.max(all - shown, 0));
  if (scroll === state.scroll) return said(state, all <= shown ? "all of it can be seen" : by > 0 ? "this is its end" : "this is its beginning");
  return { state: { ...state, scroll }, effect: null };
}

/** The same place in the other order. */
function reordered(state: StepperState): Decision {
  const here = positionsOf(state)[state.index];
  const order = state.order === "steps" ? "time" : "steps";
  const other = { ...state, order } as const;
  const index = positionsOf(other).findIndex(({ from, step }) => from === here?.from && step === here?.step);
  return said({ ...other, index: Math.max(index, 0) }, order === "time" ? "now in the order in which it happened" : "now step by step");
}

function decideFix(state: StepperState): Decision {
  if (state.played.hasFix) return { state, effect: { kind: "play", change: { kind: "fix" } } };
  if (state.played.changes.length > 0) return { state, effect: { kind: "play", change: { kind: "as-written" } } };
  return said(state, "this scenario has no fix: it succeeds, or teaches something else");
}

function decideUndo(state: StepperState): Decision {
  if (state.played.changes.length === 0) return said(state, "nothing was changed");
  return { state, effect: { kind: "play", change: { kind: "as-written" } } };
}

function said(state: StepperState, notice: string): Decision {
  return { state: { ...state, notice }, effect: null };
}

/** As it stands on the keyboard. */
function nameOf(key: string): string {
  return key === "unknown" ? "this key" : key.length === 1 ? `"${key}"` : key.charAt(0).toUpperCase() + key.slice(1);
}
