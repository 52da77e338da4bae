import { cleanLines } from "./clean-lines.js";
import { STYLE_CODE } from "./style-codes.js";

/** What begins a command to a CI system that reads the log: at the start of a line, or anywhere for the older form. */
const COMMAND = /^(\s*):(?=:)|#(?=#(?:vso|teamcity)?\[)/gmu;

/**
 * The last look at what goes to standard output or standard error, whoever wrote it: nothing acts on the terminal but line breaks and, with `styled`, a
 * palette's own colours; and no line is a command to a CI system. Views clean what they are made from before they lay it out, so here little is left to do.
 *
 * @see docs.github.com, "Workflow commands for GitHub Actions"
 */
export function cleanOutput(text: string, { styled }: { readonly styled: boolean }): string {
  const parts = styled ? text.split(STYLE_CODE) : [text];
  const clean = parts.map((part, index) => (index % 2 === 1 ? part : cleanLines(part))).join("");
  return clean.replaceAll(COMMAND, (command, blanks: string | undefined) => (command.startsWith("#") ? "\\u0023" : `${blanks ?? ""}\\u003a`));
}
