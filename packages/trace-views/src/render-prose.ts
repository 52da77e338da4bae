import { cleanLine } from "./text/clean-line.js";
import { indented } from "./text/layout.js";
import type { ViewOptions } from "./view-options.js";

/** A paragraph of explanation, wrapped and set off from what was recorded. Ends with a newline. */
export function renderProse(text: string, { width, palette }: ViewOptions): string {
  return `\n${indented(cleanLine(text), 4, Math.min(width, 100))
    .map((line) => palette.quiet(line))
    .join("\n")}\n`;
}
