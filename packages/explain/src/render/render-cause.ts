import { indented, labelled, shellWord } from "@irsa-sim/trace-views";
import type { ExplainedCause } from "../answer/explain-cause.js";
import type { ExplainViewOptions } from "./render-explanation.js";

const COLUMN = 12;

/** A cause of the catalogue for a terminal. */
export function renderCause(cause: ExplainedCause, { width, palette, command }: ExplainViewOptions): string {
  const line = (label: string, text: string): readonly string[] => labelled(palette.strong(label), text, { indent: 1, column: COLUMN, width });
  const each = (label: string, texts: readonly string[]): readonly string[] => texts.flatMap((text, index) => line(index === 0 ? label : "", text));
  const lines = [
    ...indented(`${palette.accent(cause.id)} · ${cause.title}`, 0, width),
    "",
    ...line("You see", cause.see),
    ...line("Why", cause.why),
    ...each(
      "Prove it",
      cause.commands.map((text) => palette.accent(`$ ${text}`)),
    ),
    ...each(
      "Play it",
      cause.scenarios.slice(0, 3).map((scenario) => `${command} run ${shellWord(scenario)}`),
    ),
    ...(cause.sameMessage.length === 0 ? [] : line("Same text", cause.sameMessage.join(", "))),
    ...each("Met in", cause.sources.slice(0, 3)),
  ];
  return `${lines.join("\n")}\n`;
}
