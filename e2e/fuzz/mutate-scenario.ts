import type { Random } from "@irsa-sim/core";
import { type Document, parseAllDocuments, visit } from "yaml";
import { HOSTILE_PIECES, HOSTILE_TEXTS, HOSTILE_VALUES } from "./hostile-values.js";

/** A scenario's files by name; bytes where the text is no text any more. */
export type Folder = Readonly<Record<string, string | Uint8Array>>;

/**
 * A scenario with one or two things wrong in it: a value, a key, an item, a file's text, or the files themselves.
 *
 * @param folder what it begins with
 * @param others other scenarios' files, for pieces that belong elsewhere
 */
export function mutateScenario(folder: Folder, others: readonly Folder[], random: Random): Folder {
  let mutated = folder;
  for (let count = random.integer(1, 2); count > 0; count -= 1) mutated = mutateOnce(mutated, others, random);
  return mutated;
}

function mutateOnce(folder: Folder, others: readonly Folder[], random: Random): Folder {
  // What a scenario says is where most is to be found.
  const names = Object.keys(folder);
  const name = random.integer(0, 1) === 0 ? "scenario.yaml" : pick(names, random);
  const content = folder[name];
  if (typeof content !== "string") return folder;
  const kind = random.integer(0, 9);
  if (kind < 6) return { ...folder, [name]: mutateValues(content, name, random) };
  if (kind < 8) return { ...folder, [name]: mutateText(content, random) };
  if (kind === 8) return { ...folder, [name]: pick(Object.values(pick(others, random)), random) };
  return { ...folder, [name]: mutateBytes(content, random) };
}

/** Changes one place of the document tree; a file that is none any more is changed as a text. */
function mutateValues(text: string, name: string, random: Random): string {
  const documents = parseAllDocuments(text, { logLevel: "silent" });
  const trees = "empty" in documents ? [] : documents.map((document) => (isTree(document) ? (document.toJS({ maxAliasCount: 100 }) as unknown) : undefined));
  if (trees.length === 0 || trees.includes(undefined)) return mutateText(text, random);
  const changed = trees.map((tree) => mutateTree(tree, random));
  // JSON is YAML too.
  return name.endsWith(".json") ? JSON.stringify(changed[0], null, 1) : changed.map((tree) => JSON.stringify(tree, null, 1)).join("\n---\n");
}

/** An alias before its anchor is no error until somebody follows it. */
function isTree(document: Document): boolean {
  let isWhole = document.errors.length === 0;
  visit(document, {
    Alias(_, alias) {
      isWhole &&= alias.resolve(document) !== undefined;
    },
  });
  return isWhole;
}

function mutateTree(tree: unknown, random: Random): unknown {
  const places = placesOf(tree);
  const place = pick(places, random);
  const copy = structuredClone(tree);
  const parent = place.slice(0, -1).reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], copy) as Record<string, unknown> | unknown[];
  const key = place.at(-1);
  if (key === undefined) return pick(HOSTILE_VALUES, random);
  const holder = parent as Record<string, unknown>;
  const value = holder[key];
  switch (random.integer(0, 5)) {
    case 0:
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete holder[key];
      break;
    case 1:
      if (Array.isArray(parent)) parent.push(...Array.from({ length: pick([1, 3, 150], random) }, () => structuredClone(value)));
      else holder[pick(HOSTILE_TEXTS, random)] = value;
      break;
    case 2:
      if (typeof value === "string") holder[key] = random.integer(0, 1) === 0 ? value + pick(HOSTILE_TEXTS, random) : pick(HOSTILE_TEXTS, random) + value;
      else holder[key] = [value];
      break;
    default:
      holder[key] = pick(HOSTILE_VALUES, random);
  }
  return copy;
}

function placesOf(tree: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof tree !== "object" || tree === null) return [path];
  return [path, ...Object.entries(tree).flatMap(([key, value]) => placesOf(value, [...path, key]))];
}

function mutateText(text: string, random: Random): string {
  const at = random.integer(0, text.length);
  switch (random.integer(0, 3)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + random.integer(1, 20));
    case 2:
      return text.slice(0, at) + text.slice(Math.max(0, at - 40), at).repeat(pick([1, 5, 500], random)) + text.slice(at);
    default:
      return text.slice(0, at) + pick(HOSTILE_PIECES, random) + text.slice(at);
  }
}

/** No text at all, nothing, or text that is not UTF-8 any more. */
function mutateBytes(text: string, random: Random): Uint8Array {
  if (random.integer(0, 3) === 0) return new Uint8Array();
  if (random.integer(0, 3) === 0) return random.bytes(2000);
  const bytes = new TextEncoder().encode(text.replaceAll("\n", pick(["\n", "\r\n", "\r"], random)));
  bytes[random.integer(0, Math.max(0, bytes.length - 1))] = random.integer(128, 255);
  return bytes;
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[random.integer(0, items.length - 1)] as Item;
}
