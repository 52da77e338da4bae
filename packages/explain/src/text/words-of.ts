import { withPlaceholders } from "./placeholders.js";
import { undoEscapes } from "./undo-escapes.js";

/** The words of an error's text, without what differs by chance, how it was quoted and where lines were broken. */
export function wordsOf(text: string): readonly string[] {
  const words =
    withPlaceholders(undoEscapes(text))
      .toLowerCase()
      .match(/\{[\w-]+\}|[a-z$][\w$]*(?:[.:'-][a-z][\w$]*)*/g) ?? [];
  return words.map((word) => word.replaceAll("'", ""));
}
