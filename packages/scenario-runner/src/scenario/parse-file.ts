/** From a file's text to located trees: YAML and strict JSON. */
import { type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from "yaml";
import type { LocatedNode, Member, Place } from "./located-tree.js";
import type { ProblemList } from "./problem-list.js";

const MAX_FILE_CHARACTERS = 1_048_576;
const MAX_DEPTH = 64;

/**
 * Reads a file: `.json` as strict JSON, anything else as YAML, one tree a document.
 *
 * @returns no trees when the file has faults of syntax, which are then in `problems`
 */
export function parseFile(file: string, text: string, problems: ProblemList): readonly LocatedNode[] {
  problems.addFile(file, text);
  if (text.length > MAX_FILE_CHARACTERS) {
    problems.add(
      { file, line: 1, column: 1 },
      { message: "the file is too large", expected: `at most ${MAX_FILE_CHARACTERS} characters`, actual: String(text.length) },
    );
    return [];
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, maxAliasCount: 100 } as Parameters<
    typeof parseAllDocuments
  >[1]);
  const parsed = Array.isArray(documents) ? documents : [];
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const isSound = file.endsWith(".json") ? checkJson(text, placeAt, problems) : checkYaml(parsed, placeAt, problems);
  if (!isSound) return [];
  const trees = parsed.flatMap((document) =>
    document.contents === null ? [] : [toTree(document.contents as Node, { document: document as Document, placeAt, problems, depth: 0 })],
  );
  if (trees.length === 0) problems.add({ file, line: 1, column: 1 }, { message: "the file is empty" });
  return trees;
}

function checkYaml(
  documents: readonly { readonly errors: readonly { readonly message: string; readonly pos: readonly [number, number] }[] }[],
  placeAt: (offset: number) => Place,
  problems: ProblemList,
): boolean {
  const errors = documents.flatMap((document) => document.errors);
  for (const { message, pos } of errors) problems.add(placeAt(pos[0]), { message: `not valid YAML: ${message}` });
  return errors.length === 0;
}

function checkJson(text: string, placeAt: (offset: number) => Place, problems: ProblemList): boolean {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  for (const { error, offset } of errors)
    problems.add(placeAt(offset), {
      message: `not valid JSON: ${printParseErrorCode(error)
        .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
        .toLowerCase()}`,
    });
  return errors.length === 0;
}

interface Conversion {
  readonly document: Document;
  readonly placeAt: (offset: number) => Place;
  readonly problems: ProblemList;
  readonly depth: number;
}

function toTree(node: Node | null, conversion: Conversion): LocatedNode {
  const { document, placeAt, problems, depth } = conversion;
  const place = placeAt(node?.range?.[0] ?? 0);
  if (depth > MAX_DEPTH) {
    problems.add(place, { message: "nested too deeply", expected: `at most ${MAX_DEPTH} levels` });
    return { kind: "scalar", place, value: null };
  }
  const deeper = { ...conversion, depth: depth + 1 };
  if (isAlias(node)) return toTree((node.resolve(document) ?? null) as Node | null, deeper);
  if (isSeq(node)) return { kind: "list", place, items: node.items.map((item) => toTree(item as Node, deeper)) };
  if (isMap(node)) {
    const members = new Map<string, Member>();
    for (const { key, value } of node.items) {
      const keyNode = key as Node;
      const name = isScalar(keyNode) ? String(keyNode.value) : "";
      members.set(name, {
        keyPlace: placeAt(keyNode.range?.[0] ?? 0),
        node: value === null ? { kind: "scalar", place: placeAt(keyNode.range?.[1] ?? 0), value: null } : toTree(value as Node, deeper),
      });
    }
    return { kind: "object", place, members };
  }
  return { kind: "scalar", place, value: scalarValue(isScalar(node) ? node.value : null, problems, place) };
}

function scalarValue(value: unknown, problems: ProblemList, place: Place): null | boolean | number | string {
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
  problems.add(place, { message: "a value of a kind that JSON does not have", actual: String(value) });
  return null;
}
