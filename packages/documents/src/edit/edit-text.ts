import type { Json } from "@irsa-sim/core";
import { createPositions } from "../parse/positions.js";
import { editJson } from "./edit-json.js";
import { editYaml } from "./edit-yaml.js";
import { type DocumentPath, findJsonPath, findYamlPath, textAtPath } from "./find-path.js";
import type { EditedText, TextEdit } from "./text-edit.js";

/**
 * A text with edits, in which all else stays as it is: comments, layout, the order of members.
 *
 * @returns `null` when a place has no value, or the edit does not fit what stands there
 */
export function editText({ text, format }: EditedText, edits: readonly TextEdit[]): string | null {
  const offsetOf = createOffsets(text);
  // Places are those of the text as it was, so all of them are found before any is changed.
  const found = edits.map(({ at, below, value }) => {
    const path = (format === "json" ? findJsonPath : findYamlPath)(text, offsetOf(at));
    return path === null ? null : { ...path, below, value };
  });
  return found.reduce<string | null>((edited, edit) => (edited === null || edit === null ? null : editOne({ text: edited, format }, edit)), text);
}

/** A document that stands as a text in the other one, such as a policy in an answer of IAM, is changed and put back as it was written. */
function editOne({ text, format }: EditedText, { document, path, below, value }: FoundEdit): string | null {
  const edit = format === "json" ? editJson : editYaml;
  const embedded = below.length === 0 ? null : textAtPath({ text, format }, { document, path });
  if (embedded === null) return edit(text, { document, path: [...path, ...below], value });
  const isEncoded = /^\s*%7b/i.test(embedded);
  const edited = editJson(isEncoded ? decodeURIComponent(embedded) : embedded, { path: below, value });
  return edited === null ? null : edit(text, { document, path, value: isEncoded ? encodeURIComponent(edited) : edited });
}

interface FoundEdit extends DocumentPath {
  readonly below: readonly string[];
  readonly value: Json;
}

/** Offsets of lines and columns. */
function createOffsets(text: string): (at: TextEdit["at"]) => number {
  const positionAt = createPositions(text);
  const starts = new Map<number, number>();
  for (let offset = 0, line = 1; offset !== -1; line += 1) {
    starts.set(line, offset);
    const end = text.indexOf("\n", offset);
    offset = end === -1 ? -1 : end + 1;
  }
  return ({ line, column }) => {
    const offset = (starts.get(line) ?? text.length) + column - 1;
    return positionAt(offset).line === line ? offset : text.length;
  };
}
