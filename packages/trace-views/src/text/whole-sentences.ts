import { displayWidth } from "./display-width.js";
import { oneLine } from "./one-line.js";

/** As many whole sentences from the beginning of a text as fit into `columns`; the first one cut where not even that does. */
export function wholeSentences(text: string, columns: number): string {
  const ends = [...text.matchAll(/[.?!](?= |$)/g)].map(({ index }) => text.slice(0, index + 1));
  return ends.findLast((sentences) => displayWidth(sentences) <= columns) ?? oneLine(text, columns);
}
