import type { Decision } from "./decision.js";
import type { Entry } from "./entry.js";
import { listEntries } from "./list-entries.js";
import type { Overlay, Picking, StepperState } from "./stepper-state.js";

/** Decides what a key does in a list: typing narrows it down, arrows choose, Enter takes, Escape leaves. */
export function decidePickingKey(state: StepperState, overlay: Extract<Overlay, Picking>, key: string): Decision {
  const entries = listEntries(state, overlay);
  const show = (changed: Partial<Picking>): Decision => ({ state: { ...state, overlay: { ...overlay, ...changed } }, effect: null });
  if (key === "escape") return { state: { ...state, overlay: null }, effect: null };
  if (key === "down" || key === "tab") return show({ chosen: Math.min(overlay.chosen + 1, Math.max(entries.length - 1, 0)) });
  if (key === "up" || key === "shift-tab") return show({ chosen: Math.max(overlay.chosen - 1, 0) });
  if (key === "backspace")
    return overlay.query === "" ? { state: { ...state, overlay: null }, effect: null } : show({ query: overlay.query.slice(0, -1), chosen: 0 });
  if (key === "enter" || key === "pagedown") return taken(state, entries[overlay.chosen]);
  const typed = key === "space" ? " " : key;
  if ([...typed].length === 1) return show({ query: overlay.query + typed, chosen: 0 });
  return { state: { ...state, notice: `${key} does nothing in a list; arrows choose, Enter takes, Esc leaves` }, effect: null };
}

function taken(state: StepperState, entry: Entry | undefined): Decision {
  if (entry === undefined) return { state: { ...state, notice: "nothing is chosen; Backspace takes back what was typed" }, effect: null };
  const closed = { ...state, overlay: null, scroll: 0 };
  if (entry.kind === "position") return { state: { ...closed, index: entry.index, pane: entry.pane }, effect: null };
  if (entry.kind === "story") return { state: { ...closed, storyId: entry.id, index: 0 }, effect: null };
  return { state: closed, effect: { kind: "play", change: entry.change } };
}
