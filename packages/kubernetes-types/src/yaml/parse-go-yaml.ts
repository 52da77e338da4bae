import { parseAllDocuments } from "yaml";
import { DecodingError } from "../decode/decoding-error.js";
import type { GoValue } from "../json/go-value.js";

/** A document, and the keys that it has twice in one map. */
export interface YamlDocument {
  readonly value: GoValue;
  /** As the strict reader tells of them; `null` for none. */
  readonly duplicates: string | null;
}

/**
 * Reads the first document of a YAML text as Kubernetes does: by YAML 1.1, where `on` is a yes, without dates.
 *
 * Differs from Kubernetes in the words for a fault, of which the line alone is its own; and what stands behind a map in braces on its line is one, where Go reads no further.
 * @throws {DecodingError}
 */
export function parseGoYaml(text: string): YamlDocument {
  const options = { version: "1.1", uniqueKeys: false, merge: true, intAsBigInt: true, logLevel: "silent" } as const;
  const [document] = parseAllDocuments(text, {
    ...options,
    customTags: (tags) => tags.filter((tag) => typeof tag === "string" || !NOT_READ.includes(tag.tag)),
  });
  if (document === undefined || !("contents" in document)) return { value: { kind: "null" }, duplicates: null };
  const [error] = document.errors;
  if (error !== undefined) throw new DecodingError(`yaml: line ${error.linePos?.[0].line ?? 1}: ${error.message.split(" at line")[0] ?? ""}`);
  const duplicates = findDuplicates(text);
  return { value: toGoValue(document.toJS({ maxAliasCount: 100 })), duplicates };
}

const NOT_READ: readonly string[] = [
  "tag:yaml.org,2002:timestamp",
  "tag:yaml.org,2002:binary",
  "tag:yaml.org,2002:omap",
  "tag:yaml.org,2002:set",
  "tag:yaml.org,2002:pairs",
];

function findDuplicates(text: string): string | null {
  const [document] = parseAllDocuments(text, { version: "1.1", uniqueKeys: true, merge: true, logLevel: "silent" });
  if (document === undefined || !("errors" in document)) return null;
  const lines = document.errors.flatMap(({ code, linePos, pos }) => {
    if (code !== "DUPLICATE_KEY") return [];
    const [, key = ""] = /^["']?([^"':\s]+)/.exec(text.slice(pos[0])) ?? [];
    return [`  line ${linePos?.[0].line ?? 1}: key ${JSON.stringify(key)} already set in map`];
  });
  return lines.length === 0 ? null : ["yaml: unmarshal errors:", ...lines].join("\n");
}

function toGoValue(value: unknown): GoValue {
  if (value === null || value === undefined) return { kind: "null" };
  if (typeof value === "boolean") return { kind: "bool", value };
  if (typeof value === "number" || typeof value === "bigint") return { kind: "number", text: String(value) };
  if (typeof value === "string") return { kind: "string", value };
  if (Array.isArray(value)) return { kind: "array", items: value.map(toGoValue) };
  const members = Object.entries(value as object).map(([key, member]) => [key, toGoValue(member)] as const);
  // What was YAML becomes JSON first, whose maps are sorted.
  return { kind: "object", members: members.sort(([a], [b]) => (a < b ? -1 : 1)) };
}
