/** YAML with one value changed by its place in the text, since writing a document anew would change the layout of all of it. */
import type { Json } from "@irsa-sim/core";
import { isMap, isNode, isScalar, isSeq, type Node, type Pair, Scalar, stringify, type YAMLMap, type YAMLSeq } from "yaml";
import { type DocumentPath, documentsIn } from "./find-path.js";
import { narrow } from "./narrow.js";

/** The text with the value set, or taken away for `null`; `null` when the path leads through what is no collection. */
export function editYaml(text: string, { document, path, value }: DocumentPath & { readonly value: Json }): string | null {
  const root = documentsIn(text)[document]?.contents;
  return isNode(root) ? editAt(text, root, { path, value }) : null;
}

/** The same where a function with a tag of its own may stand, such as `!GetAtt`: it goes with its tag. */
export function replaceYaml(text: string, { document, path, value }: DocumentPath & { readonly value: Json }): string | null {
  const node = documentsIn(text)[document]?.getIn(path, true);
  const [start = 0] = isNode(node) ? (node.range ?? []) : [];
  const tag = isNode(node) && node.tag?.startsWith("!") === true ? /![\w:]+\s+$/.exec(text.slice(Math.max(0, start - MAX_TAG), start)) : null;
  if (tag === null || value === null) return editYaml(text, { document, path, value });
  const end = isNode(node) ? endOf(text, start, node.range?.[1] ?? start) : start;
  return `${text.slice(0, start - tag[0].length)}${write(value)}${text.slice(end)}`;
}

/** Blanks included. */
const MAX_TAG = 80;

interface Change {
  readonly path: readonly (string | number)[];
  readonly value: Json;
}

function editAt(text: string, node: Node, { path, value }: Change): string | null {
  const [segment, ...rest] = path;
  if (segment === undefined) {
    const narrower = value === null || !(isMap(node) || isSeq(node)) ? null : narrow(node.toJSON() as unknown, value);
    if (narrower !== null && narrower.below.length > 0) return editAt(text, node, { path: narrower.below, value: narrower.value });
    return value === null ? null : replace(text, node, value);
  }
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => keyOf(key) === String(segment));
    if (pair === undefined) return value === null ? text : insertMember(text, node, { key: String(segment), value: nest(rest, value) });
    if (rest.length === 0 && value === null) return removePair(text, node, pair);
    return isNode(pair.value) ? editAt(text, pair.value, { path: rest, value }) : null;
  }
  if (!isSeq(node)) return null;
  if (segment === "-") return value === null ? null : appendItem(text, node, nest(rest, value));
  const item = node.items[Number(segment)];
  if (isNode(item) && rest.length === 0 && value === null) return removeItem(text, node, item);
  return isNode(item) ? editAt(text, item, { path: rest, value }) : null;
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function nest(path: readonly (string | number)[], value: Json): Json {
  return path.reduceRight<Json>((inner, segment) => (segment === "-" ? [inner] : { [segment]: inner }), value);
}

function replace(text: string, node: Node, value: Json): string {
  const [start = 0, end = 0] = node.range ?? [];
  const style = isScalar(node) ? node.type : undefined;
  if (style === Scalar.BLOCK_LITERAL && typeof value === "string") return replaceLines(text, { start, end }, value);
  if (isBlock(node)) return replaceBlock(text, { start, end }, value);
  const isFlowed = style === Scalar.QUOTE_DOUBLE || style === Scalar.QUOTE_SINGLE ? style : undefined;
  return `${text.slice(0, start)}${write(value, isFlowed)}${text.slice(end)}`;
}

function isBlock(node: Node): boolean {
  return (isMap(node) || isSeq(node)) && node.flow !== true;
}

/** A collection on lines of its own, whose range reaches to what comes behind it. */
function replaceBlock(text: string, { start, end }: { readonly start: number; readonly end: number }, value: Json): string {
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const lines = stringify(value, { lineWidth: 0 }).trimEnd().split("\n");
  return `${text.slice(0, start)}${lines.join(`\n${" ".repeat(column)}`)}${text.slice(endOf(text, start, end))}`;
}

/** A text on lines of its own stays on such, set in as it was. */
function replaceLines(text: string, { start, end }: { readonly start: number; readonly end: number }, value: string): string {
  const [, head = "", blanks = ""] = /^([^\n]*\n)\s*?([ \t]*)(?=\S)/.exec(text.slice(start, end)) ?? [];
  const lines = value
    .replace(/\n+$/, "")
    .split("\n")
    .map((line) => (line === "" ? "" : blanks + line));
  const tail = text.slice(start, end).endsWith("\n") ? "\n" : "";
  return `${text.slice(0, start)}${head}${lines.join("\n")}${tail}${text.slice(end)}`;
}

/** In one line; a text that would be read as something else is quoted. */
function write(value: Json, style?: Scalar.Type): string {
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  const scalar = new Scalar(value);
  if (style !== undefined) scalar.type = style;
  return stringify(scalar, { lineWidth: 0, doubleQuotedAsJSON: true }).trimEnd();
}

function insertMember(text: string, map: YAMLMap, { key, value }: { readonly key: string; readonly value: Json }): string {
  if (map.flow === true) return insertIntoFlow(text, map, `${write(key)}: ${write(value)}`);
  return insertLines(text, map, stringify({ [key]: value }, { lineWidth: 0 }));
}

function appendItem(text: string, list: YAMLSeq, value: Json): string {
  return list.flow === true ? insertIntoFlow(text, list, write(value)) : insertLines(text, list, stringify([value], { lineWidth: 0 }));
}

/** Behind the last of a collection that stands in brackets. */
function insertIntoFlow(text: string, { range, items }: YAMLMap | YAMLSeq, written: string): string {
  const [start = 0, end = 0] = range ?? [];
  const closing = end - 1;
  const inside = text.slice(start + 1, closing);
  const kept = inside.trimEnd();
  const separator = items.length === 0 ? "" : kept.endsWith(",") ? " " : ", ";
  const blank = items.length === 0 && text[start] === "{" ? " " : "";
  const tail = items.length === 0 ? blank : inside.slice(kept.length);
  return `${text.slice(0, start + 1)}${items.length === 0 ? blank : kept}${separator}${written}${tail}${text.slice(closing)}`;
}

/** On lines of their own, set in as the collection is, behind its last value. */
function insertLines(text: string, collection: YAMLMap | YAMLSeq, written: string): string {
  const [start = 0, end = 0] = collection.range ?? [];
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const head = text.slice(0, end).trimEnd();
  // A comment behind the last value stays on its line.
  const lineEnd = text.indexOf("\n", head.length);
  const at = lineEnd === -1 ? text.length : lineEnd;
  const lines = written
    .trimEnd()
    .split("\n")
    .map((line) => `\n${" ".repeat(column)}${line}`);
  return `${text.slice(0, at)}${lines.join("")}${text.slice(at)}`;
}

/** With its line, or without its comma. */
function removePair(text: string, map: YAMLMap, pair: Pair): string {
  const key = pair.key as Node;
  const [start = 0] = key.range ?? [];
  const end = endOf(text, start, (isNode(pair.value) ? pair.value : key).range?.[1] ?? start);
  if (map.flow === true) return removeFromFlow(text, start, end);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  const isFirstOfItem = text.slice(lineStart, start).trim() !== "";
  if (isFirstOfItem && lineEnd !== -1) return text.slice(0, start) + text.slice(lineEnd + 1).trimStart();
  return text.slice(0, lineStart) + (lineEnd === -1 ? "" : text.slice(lineEnd + 1));
}

function removeItem(text: string, list: YAMLSeq, item: Node): string {
  const [start = 0, behind = 0] = item.range ?? [];
  const end = endOf(text, start, behind);
  if (list.flow === true) return removeFromFlow(text, start, end);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  return text.slice(0, lineStart) + (lineEnd === -1 ? "" : text.slice(lineEnd + 1));
}

/** A block's range reaches to what comes behind it. */
function endOf(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** With the comma behind it, or before it where it is the last. */
function removeFromFlow(text: string, start: number, end: number): string {
  const after = /^\s*,\s*/.exec(text.slice(end));
  return after === null ? text.slice(0, start).replace(/,\s*$/, "") + text.slice(end) : text.slice(0, start) + text.slice(end + after[0].length);
}
