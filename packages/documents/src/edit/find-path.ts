import { type Node as JsonNode, parseTree } from "jsonc-parser";
import { type Document, isCollection, isMap, isNode, isSeq, type Node, parseAllDocuments } from "yaml";

/** Where a value stands in a text of one or several documents. */
export interface DocumentPath {
  /** From 0. */
  readonly document: number;
  readonly path: readonly (string | number)[];
}

/** The path of the value that begins at an offset; `null` when none does. */
export function findJsonPath(text: string, offset: number): DocumentPath | null {
  const root = jsonTreeOf(text);
  const path = root === undefined ? null : inJson(root, offset);
  return path === null ? null : { document: 0, path };
}

function inJson(node: JsonNode, offset: number): readonly (string | number)[] | null {
  if (node.offset === offset) return [];
  if (offset < node.offset || offset >= node.offset + node.length) return null;
  for (const [index, child] of (node.children ?? []).entries()) {
    const [key, value] = node.type === "object" ? [child.children?.[0]?.value as string, child.children?.[1]] : [index, child];
    const path = value === undefined ? null : inJson(value, offset);
    if (path !== null) return [key, ...path];
  }
  return null;
}

/** The same of a text of YAML documents. */
export function findYamlPath(text: string, offset: number): DocumentPath | null {
  for (const [document, parsed] of documentsIn(text).entries()) {
    const path = parsed.contents === null ? null : inYaml(parsed.contents, offset);
    if (path !== null) return { document, path };
  }
  return null;
}

/** The documents of a YAML text. */
export function documentsIn(text: string): readonly Document.Parsed[] {
  if (yaml?.text === text) return yaml.documents;
  const documents = parseAllDocuments(text, { uniqueKeys: false, resolveKnownTags: false, logLevel: "silent" });
  yaml = { text, documents: Array.isArray(documents) ? documents : [] };
  return yaml.documents;
}

/** The tree of a JSON text. */
export function jsonTreeOf(text: string): JsonNode | undefined {
  if (json?.text !== text) json = { text, root: parseTree(text) };
  return json.root;
}

/** The last ones, of which many edits of the same text ask. */
let yaml: { readonly text: string; readonly documents: readonly Document.Parsed[] } | null = null;
let json: { readonly text: string; readonly root: JsonNode | undefined } | null = null;

function inYaml(node: Node, offset: number): readonly (string | number)[] | null {
  const [start = 0, , end = 0] = node.range ?? [];
  if (start === offset) return [];
  if (!isCollection(node) || offset < start || offset > end) return null;
  if (isSeq(node))
    return firstPath(
      node.items.map((item, index) => [index, item]),
      offset,
    );
  return isMap(node)
    ? firstPath(
        node.items.map(({ key, value }) => [String(key), value]),
        offset,
      )
    : null;
}

function firstPath(children: readonly (readonly [string | number, unknown])[], offset: number): readonly (string | number)[] | null {
  for (const [key, child] of children) {
    const path = isNode(child) ? inYaml(child, offset) : null;
    if (path !== null) return [key, ...path];
  }
  return null;
}
