import type { Json } from "@irsa-sim/core";
import { applyEdits, findNodeAtLocation, getNodeValue, modify, type Node } from "jsonc-parser";
import { type DocumentPath, jsonTreeOf } from "./find-path.js";
import { narrow } from "./narrow.js";

/**
 * JSON with one value set, or taken away for `null`. What is new stands on lines of its own, indented as the text is, where the others do; and beside them where
 * they stand on one line.
 */
export function editJson(text: string, { path, value }: Pick<DocumentPath, "path"> & { readonly value: Json }): string | null {
  const root = jsonTreeOf(text);
  if (root === undefined) return null;
  const segments = segmentsIn(root, path);
  const known = knownPart(root, segments);
  const [last, ...beyond] = segments.slice(known);
  const parent = findNodeAtLocation(root, [...segments.slice(0, last === undefined ? -1 : known)]);
  if (value === null && last !== undefined) return text;
  if (value !== null && last !== undefined && parent !== undefined && isOneLine(text, parent))
    return insertBeside(text, parent, { last, value: nest(beyond, value) });
  const target = last === undefined ? findNodeAtLocation(root, [...segments]) : undefined;
  if (value !== null && target !== undefined) {
    const narrower = narrow(getNodeValue(target) as unknown, value);
    if (narrower.below.length > 0) return editJson(text, { path: [...path, ...narrower.below], value: narrower.value });
    // What stands on one line stays on it.
    if (typeof value !== "object" || isOneLine(text, target))
      return replaceAt(text, target, stringify(value, text.slice(target.offset, target.offset + target.length)));
  }
  const child = value === null && last === undefined ? findNodeAtLocation(root, [...segments]) : undefined;
  if (child !== undefined && parent !== undefined && isOneLine(text, parent))
    return removeBeside(text, parent.type === "object" ? (child.parent ?? child) : child);
  const options = { formattingOptions: formattingOf(text), ...(segments.at(-1) === "-" ? { isArrayInsertion: true } : {}) };
  const where = segments.at(-1) === "-" ? [...segments.slice(0, -1), parent?.children?.length ?? 0] : segments;
  return applyEdits(text, modify(text, [...where], value === null ? undefined : value, options));
}

/** Of lists the items' numbers, of objects the members' names, which may look like numbers. */
function segmentsIn(root: Node, path: DocumentPath["path"]): readonly (string | number)[] {
  const segments: (string | number)[] = [];
  for (const segment of path) {
    const isItem = typeof segment === "string" && /^\d+$/.test(segment) && findNodeAtLocation(root, [...segments])?.type === "array";
    segments.push(isItem ? Number(segment) : segment);
  }
  return segments;
}

/** How many segments lead to something that is there. */
function knownPart(root: Node, segments: readonly (string | number)[]): number {
  let known = segments.length;
  while (known > 0 && findNodeAtLocation(root, [...segments.slice(0, known)]) === undefined) known -= 1;
  return known;
}

function nest(path: readonly (string | number)[], value: Json): Json {
  return path.reduceRight<Json>((inner, segment) => (segment === "-" ? [inner] : { [segment]: inner }), value);
}

function isOneLine(text: string, { offset, length, children = [] }: Node): boolean {
  return children.length > 0 && !text.slice(offset, offset + length).includes("\n");
}

function replaceAt(text: string, { offset, length }: Node, written: string): string {
  return `${text.slice(0, offset)}${written}${text.slice(offset + length)}`;
}

/** In one line, with blanks where the text beside it has them. */
function stringify(value: Json, beside: string): string {
  const compact = JSON.stringify(value);
  if (typeof value !== "object" || isCompact(beside)) return compact;
  const spaced = JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, " ");
  return spaced;
}

function isCompact(text: string): boolean {
  return /"\s*:\S/.test(text) && !/"\s*:\s/.test(text);
}

function insertBeside(
  text: string,
  { children = [], type, offset, length }: Node,
  { last, value }: { readonly last: string | number; readonly value: Json },
): string {
  const end = children.reduce((furthest, child) => Math.max(furthest, child.offset + child.length), 0);
  const beside = text.slice(offset, offset + length);
  const isTight = isCompact(beside) || (type === "array" && /,\S/.test(beside));
  const written = type === "object" ? `${JSON.stringify(String(last))}:${isTight ? "" : " "}${stringify(value, beside)}` : stringify(value, beside);
  return `${text.slice(0, end)},${isTight ? "" : " "}${written}${text.slice(end)}`;
}

/** With the comma behind it, or before it where it is the last. */
function removeBeside(text: string, { offset, length }: Node): string {
  const after = /^\s*,\s*/.exec(text.slice(offset + length));
  if (after !== null) return text.slice(0, offset) + text.slice(offset + length + after[0].length);
  return text.slice(0, offset).replace(/,\s*$/, "") + text.slice(offset + length);
}

function formattingOf(text: string) {
  const [, blanks = "  "] = /\n([ \t]+)\S/.exec(text) ?? [];
  return { insertSpaces: !blanks.startsWith("\t"), tabSize: blanks.startsWith("\t") ? 1 : blanks.length, eol: text.includes("\r\n") ? "\r\n" : "\n" };
}
