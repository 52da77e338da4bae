import type { PaneContext } from "./pane-context.js";
import { prose } from "./prose.js";

/** What happens on the wire, and where the usual telling departs from it. */
export function howLines(context: PaneContext): readonly string[] {
  return [...prose(context.step.title, context).map((line) => context.palette.strong(line)), "", ...prose(context.step.technical, context)];
}
