import type { Edit, SourceReference } from "@irsa-sim/core";
import type { TextEdit } from "@irsa-sim/documents";
import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import { ASSUMED } from "../assume/assumptions.js";

/** A change of one of the user's own files. */
export interface DocumentEdit extends TextEdit {
  readonly file: string;
}

/**
 * Where an edit of a scenario stands in the user's files: from the nearest value above it that somebody wrote.
 *
 * @returns `null` for what stands in no file, such as a setting of the world
 */
export function toDocumentEdit({ source, pointer, value }: Edit, { locate }: Pick<LoadedScenario, "locate">): DocumentEdit | null {
  const segments = pointer.split("/").slice(1);
  const pointerOf = (length: number): string =>
    segments
      .slice(0, length)
      .map((segment) => `/${segment}`)
      .join("");
  let at = locate(source, "");
  let known = 0;
  // A value that is missing, or stands in a text, has the place of the one above it.
  while (at !== null && known < segments.length) {
    const next = locate(source, pointerOf(known + 1));
    if (next === null || isSame(next, at)) break;
    at = next;
    known += 1;
  }
  if (at === null || at.file === ASSUMED.file || at.line === undefined || at.column === undefined) return null;
  const below = segments.slice(known).map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  return { file: at.file, at: { line: at.line, column: at.column }, below, value };
}

function isSame(a: SourceReference, b: SourceReference): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}
