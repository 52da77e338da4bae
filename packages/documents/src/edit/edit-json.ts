import type { Json } from "@irsa-sim/core";
import { applyEdits, findNodeAtLocation, modify, type Node, parseTree } from "jsonc-parser";
import type { DocumentPath } from "./find-path.js";

/**
 * JSON with one value set, or taken away for `null`. What is new stands on lines of its own, indented as the text is, where the others do; and beside them where
 * they stand on one line.
 */
export function editJson(text: string, { path, value }: Pick<DocumentPath, "path"> & { readonly value: Json }): string | null {
  const root = parseTree(text);
  if (root === undefined) return null;
  const segments = segmentsIn(root, path);
  const last = segments.at(-1);
  const parent = findNodeAtLocation(root, segments.slice(0, -1));
  const isNew = last === "-" || findNodeAtLocation(root, [...segments]) === undefined;
  if (value !== null && isNew && parent !== undefined && last !== undefined && isOneLine(text, parent)) return insertBeside(text, parent, { last, value });
  const options = { formattingOptions: formattingOf(text), ...(last === "-" ? { isArrayInsertion: true } : {}) };
  const where = last === "-" ? [...segments.slice(0, -1), parent?.children?.length ?? 0] : segments;
  return applyEdits(text, modify(text, [...where], value === null ? undefined : value, options));
}

/** Of lists the items' numbers, of objects the members' names, which may look like numbers. */
function segmentsIn(root: Node, path: DocumentPath["path"]): readonly (string | number)[] {
  return path.reduce<readonly (string | number)[]>((above, segment) => {
    const isItem = typeof segment === "string" && /^\d+$/.test(segment) && findNodeAtLocation(root, [...above])?.type === "array";
    return [...above, isItem ? Number(segment) : segment];
  }, []);
}

function isOneLine(text: string, { offset, length, children = [] }: Node): boolean {
  return children.length > 0 && !text.slice(offset, offset + length).includes("\n");
}

function insertBeside(text: string, { children = [], type }: Node, { last, value }: { readonly last: string | number; readonly value: Json }): string {
  const end = children.reduce((furthest, child) => Math.max(furthest, child.offset + child.length), 0);
  const written = type === "object" ? `${JSON.stringify(String(last))}: ${JSON.stringify(value)}` : JSON.stringify(value);
  return `${text.slice(0, end)}, ${written}${text.slice(end)}`;
}

function formattingOf(text: string) {
  const [, blanks = "  "] = /\n([ \t]+)\S/.exec(text) ?? [];
  return { insertSpaces: !blanks.startsWith("\t"), tabSize: blanks.startsWith("\t") ? 1 : blanks.length, eol: text.includes("\r\n") ? "\r\n" : "\n" };
}
