import type { Page } from "../frame/page-context.js";

/** Whether the scenario's own fix can be applied, or taken back. */
export type FixAvailability = "none" | "can-fix" | "can-take-back";

/** Whether the open scenario has a fix, and whether it is applied. */
export function fixAvailability({ state, view }: Pick<Page, "state" | "view">): FixAvailability {
  if (state.lesson !== null && !state.lesson.isRevealed) return "none";
  if (state.open.isFixed) return "can-take-back";
  return view === null || view.scenario.fix === null ? "none" : "can-fix";
}
