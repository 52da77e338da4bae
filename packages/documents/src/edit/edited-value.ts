/** What stands at a path: a document, a text, or a text that a template's functions make. */
import type { Json } from "@irsa-sim/core";
import { findNodeAtLocation, getNodeValue } from "jsonc-parser";
import { isNode, isSeq } from "yaml";
import { type DocumentPath, documentsIn, jsonTreeOf } from "./find-path.js";
import { type MarkedText, markParts, markTemplate, restoreParts, restoreTemplate } from "./placeholders.js";
import type { EditedText } from "./text-edit.js";

/** A text in which another document may stand. */
export interface EditedValue extends MarkedText {
  /** Where it is written, which may be below the place at which it is found. */
  readonly path: DocumentPath["path"];
  /** What is written there for the text with marks. */
  restore(text: string): Json;
}

/** Arguments of functions, as JSON has them and as YAML's tags name them. */
const FUNCTION = /^(Fn::\w+|Ref)$/;

/** The text at a path; `null` for what is no text. */
export function editedValueAt(edited: EditedText, { document, path }: DocumentPath): EditedValue | null {
  const { value, tag } = valueAt(edited, { document, path });
  const name = tag ?? functionIn(path);
  if (typeof value === "string") {
    const isTemplate = name === "Fn::Sub" || isTerraform(path);
    if (!isTemplate) return { text: value, expressions: [], path, restore: (text) => text };
    const marked = markTemplate(value);
    return { ...marked, path, restore: (text) => restoreTemplate(text, marked.expressions) };
  }
  if (name !== "Fn::Join" || !Array.isArray(value) || value[0] !== "" || !Array.isArray(value[1])) return null;
  const marked = markParts(value[1] as readonly Json[]);
  return { ...marked, path: [...path, 1], restore: (text) => restoreParts(text, marked.expressions) as Json };
}

/** The path of the whole function of whose arguments the value at a path is one; the path itself elsewhere. A branch of `Fn::If` is a value of its own. */
export function wholeFunctionPath(path: DocumentPath["path"]): DocumentPath["path"] {
  const [name, argument] = [path.at(-2), path.at(-1)];
  if (isFunction(argument)) return wholeFunctionPath(path.slice(0, -1));
  return isFunction(name) && name !== "Fn::If" && /^\d+$/.test(String(argument)) ? wholeFunctionPath(path.slice(0, -2)) : path;
}

function isFunction(segment: string | number | undefined): boolean {
  return typeof segment === "string" && FUNCTION.test(segment);
}

/** Of the function whose argument is the value at the path, or the first of its arguments. */
export function functionIn(path: DocumentPath["path"]): string | null {
  const last = path.at(-1) === 0 || path.at(-1) === "0" ? path.at(-2) : path.at(-1);
  return typeof last === "string" && FUNCTION.test(last) ? last : null;
}

/** In its configuration every text is a template. */
function isTerraform([first]: DocumentPath["path"]): boolean {
  return first === "resource" || first === "data" || first === "locals";
}

function valueAt({ text, format }: EditedText, { document, path }: DocumentPath): { readonly value: unknown; readonly tag: string | null } {
  if (format === "json") {
    const root = jsonTreeOf(text);
    const found = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
    return { value: found === undefined ? undefined : (getNodeValue(found) as unknown), tag: null };
  }
  const parsed = documentsIn(text)[document];
  const node = parsed?.getIn(path, true);
  const parent = path.length === 0 ? undefined : parsed?.getIn(path.slice(0, -1), true);
  const tagged = [node, isSeq(parent) && path.at(-1) === 0 ? parent : undefined].map((one) => (isNode(one) ? one.tag : undefined));
  const tag = tagged.find((one) => one?.startsWith("!") === true);
  return { value: isNode(node) ? (node.toJSON() as unknown) : node, tag: tag === undefined ? null : tag === "!Ref" ? "Ref" : `Fn::${tag.slice(1)}` };
}
