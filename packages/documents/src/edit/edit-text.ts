import { createPositions } from "../parse/positions.js";
import { editEmbedded, hasInvented } from "./edit-embedded.js";
import { editJson } from "./edit-json.js";
import { editYaml, replaceYaml } from "./edit-yaml.js";
import { editedValueAt, functionIn, wholeFunctionPath } from "./edited-value.js";
import { expressionOf } from "./expression-of.js";
import { type DocumentPath, findJsonPath, findYamlPath } from "./find-path.js";
import { applySplices, isApart, spliceBetween } from "./splice.js";
import type { EditedText, TextEdit } from "./text-edit.js";

/**
 * A text with edits, in which all else stays as it is: comments, layout, the order of members.
 *
 * @returns `null` when a place has no value, or the edit does not fit what stands there
 */
export function editText({ text, format }: EditedText, edits: readonly TextEdit[]): string | null {
  const offsetOf = createOffsets(text);
  // Places are those of the text as it was, so all of them are found before any is changed.
  const found = edits.flatMap(({ at, ...edit }): readonly FoundEdit[] => {
    const path = (format === "json" ? findJsonPath : findYamlPath)(text, offsetOf(at));
    return path === null ? [] : [{ ...path, ...edit }];
  });
  if (found.length < edits.length) return null;
  const splices = found.map((edit) => {
    const edited = editOne({ text, format }, edit);
    return edited === null ? null : spliceBetween(text, edited);
  });
  const known = splices.flatMap((splice) => splice ?? []);
  if (known.length === splices.length && isApart(known)) return applySplices(text, known);
  return found.reduce<string | null>((edited, edit) => (edited === null ? null : editOne({ text: edited, format }, edit)), text);
}

function editOne({ text, format }: EditedText, { document, path, below, value, evaluation }: FoundEdit): string | null {
  const edit = format === "json" ? editJson : editYaml;
  const embedded = below.length === 0 ? null : editedValueAt({ text, format }, { document, path });
  if (embedded !== null) {
    const edited = editEmbedded(embedded, { below, value, ...(evaluation === undefined ? {} : { evaluation }) });
    return edited === null ? null : edit(text, { document, path: embedded.path, value: embedded.restore(edited) });
  }
  if (isPolicyBlock(path) && (below.length > 0 || value === null)) return null;
  const isWithinFunction = below.length > 0 && functionIn(path) !== null;
  const written = isWithinFunction ? null : expressionOf({ path, value, evaluation });
  if (written === null && value !== null) return null;
  // Keys are written as they are, in any format.
  if (hasInvented([...below], evaluation)) return null;
  if (below.length > 0) return edit(text, { document, path: [...path, ...below], value: written });
  return (format === "json" ? editJson : replaceYaml)(text, { document, path: wholeFunctionPath(path), value: written });
}

/** Terraform's data source has a policy in words of its own, in which only values are changed. */
function isPolicyBlock([block, type]: DocumentPath["path"]): boolean {
  return block === "data" && type === "aws_iam_policy_document";
}

interface FoundEdit extends DocumentPath, Pick<TextEdit, "below" | "value" | "evaluation"> {}

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
