import { cleanLine, indented } from "@irsa-sim/trace-views";

/** A text as paragraphs, as it was written. */
export function prose(text: string, { width }: { readonly width: number }, indent = 0): readonly string[] {
  return text
    .trim()
    .split("\n")
    .flatMap((line) => indented(cleanLine(line), indent, width));
}
