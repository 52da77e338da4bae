/**
 * YAML 1.2 with the core schema, one tree a document.
 * Leaves out: merge keys (`<<`), keys that are no text, and tags but those of CloudFormation; each is a fault, none is passed over.
 */
import { Composer, type Document, isAlias, isMap, isScalar, isSeq, type Node, Parser, type Scalar } from "yaml";
import type { FaultAtPlace } from "../problems/fault-at-place.js";
import type { ProblemList } from "../problems/problem-list.js";
import type { LocatedNode, Member, Place } from "../tree/located-tree.js";
import { EXCESS, MAX_ALIASES, MAX_DEPTH } from "./bounds.js";
import type { FileText, YamlDialect } from "./file-text.js";
import { INTRINSIC_TAGS, intrinsicOf } from "./intrinsic-tags.js";
import { createPositions } from "./positions.js";
import { createYamlBounds } from "./yaml-bounds.js";

const KUBERNETES_BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...["y", "Y", "yes", "Yes", "YES", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["n", "N", "no", "No", "NO", "off", "Off", "OFF"].map((word) => [word, false] as const),
]);

/** Reads a YAML file; `null` when it has faults, which are then in `problems`. */
export function parseYaml(
  { file, text, dialect, intrinsics = false, maxValues }: FileText & { readonly maxValues: number },
  problems: ProblemList,
): readonly LocatedNode[] | null {
  const positionAt = createPositions(text);
  const placeAt = (offset: number): Place => ({ file, ...positionAt(offset) });
  const bounds = createYamlBounds(maxValues);
  const faults: FaultAtPlace[] = [];
  const trees: LocatedNode[] = [];
  const seen = { aliases: 0, values: 0 };
  // Keys that stand twice are found while the tree is built: comparing each key with each takes too long in a large file.
  const composer = new Composer({
    ...{ uniqueKeys: false, prettyErrors: false, resolveKnownTags: false },
    ...(intrinsics ? { customTags: [...INTRINSIC_TAGS] } : {}),
  });
  // One document after the other, so that what the parser makes of one is gone before the next.
  for (const document of composer.compose(bounds.within(new Parser().parse(text)))) {
    for (const { message, pos } of [...document.errors, ...document.warnings]) faults.push(faultAt(placeAt(pos[0]), message));
    if (faults.length === 0 && document.contents !== null)
      trees.push(toTree(document.contents, { document, dialect, placeAt, faults, seen, maxValues, depth: 0 }));
  }
  const excess = bounds.excess();
  if (excess !== null) problems.add(placeAt(excess.offset), excess.fault);
  else for (const { place, fault } of faults) problems.add(place, fault);
  return excess === null && faults.length === 0 ? trees : null;
}

function faultAt(place: Place, message: string): FaultAtPlace {
  return { place, fault: { message: `not valid YAML: ${message}` } };
}

interface Conversion {
  readonly document: Document.Parsed;
  readonly dialect: YamlDialect;
  readonly placeAt: (offset: number) => Place;
  readonly faults: FaultAtPlace[];
  /** Counts over the whole file. */
  readonly seen: { aliases: number; values: number };
  readonly maxValues: number;
  readonly depth: number;
  /** The node whose tag has been read. */
  readonly untagged?: Node;
}

function toTree(node: Node, conversion: Conversion): LocatedNode {
  const { placeAt, faults, seen, maxValues, depth } = conversion;
  const place = placeAt(node.range?.[0] ?? 0);
  seen.values += 1;
  seen.aliases += isAlias(node) ? 1 : 0;
  const excess = depth > MAX_DEPTH ? EXCESS.depth : seen.values > maxValues ? EXCESS.values(maxValues) : seen.aliases > MAX_ALIASES ? EXCESS.aliases : null;
  if (excess !== null) {
    // Once is enough: what follows from it is not told.
    if (!faults.some(({ fault }) => fault.message === excess.message)) faults.push({ place, fault: excess });
    return { kind: "scalar", place, value: null };
  }
  const deeper = { ...conversion, depth: depth + 1 };
  if (isAlias(node)) {
    const anchored = node.resolve(conversion.document);
    const referred = anchored === undefined ? null : toTree(anchored, deeper);
    if (referred !== null) return referred.kind === "object" ? { ...referred, referredFrom: place } : referred;
    faults.push(faultAt(place, `no anchor "${node.source}" before this alias`));
  }
  const intrinsic = conversion.untagged === node ? null : intrinsicOf(node.tag);
  if (intrinsic !== null) return asIntrinsic(intrinsic, node, deeper);
  if (isSeq(node)) return { kind: "list", place, items: node.items.map((item) => toTree(item as Node, deeper)) };
  if (isMap(node)) return { kind: "object", place, members: membersOf(node.items as readonly YamlPair[], deeper) };
  return { kind: "scalar", place, value: isScalar(node) ? scalarValue(node, place, conversion) : null };
}

/** `!Sub text` as JSON has it: `{ "Fn::Sub": "text" }`. */
function asIntrinsic(name: string, node: Node, conversion: Conversion): LocatedNode {
  const argument = toTree(node, { ...conversion, untagged: node });
  return { kind: "object", place: argument.place, members: new Map([[name, { keyPlace: argument.place, node: argument }]]) };
}

interface YamlPair {
  readonly key: Node;
  readonly value: Node | null;
}

function membersOf(pairs: readonly YamlPair[], conversion: Conversion): ReadonlyMap<string, Member> {
  const { placeAt, faults } = conversion;
  const members = new Map<string, Member>();
  for (const { key, value } of pairs) {
    const keyPlace = placeAt(key.range?.[0] ?? 0);
    const name = nameOf(key);
    if (name === null) faults.push({ place: keyPlace, fault: { message: "a key is no text", expected: "text; null needs quotes here" } });
    else if (name === "<<") faults.push({ place: keyPlace, fault: { message: "merge keys (<<) are not read", expected: "the members, written out" } });
    else if (members.has(name)) faults.push(faultAt(keyPlace, "Map keys must be unique"));
    const node: LocatedNode = value === null ? { kind: "scalar", place: placeAt(key.range?.[1] ?? 0), value: null } : toTree(value, conversion);
    members.set(name ?? "", { keyPlace, node });
  }
  return members;
}

/** A key as it is written, so that `010` and `1.0` keep their zeros; `null` for a list, an object, an alias or nothing. */
function nameOf(key: Node): string | null {
  if (!isScalar(key) || key.value === null) return null;
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}

function scalarValue(node: Scalar, place: Place, { dialect, faults }: Conversion): null | boolean | number | string {
  const { value } = node;
  if (typeof value === "string") return (dialect === "kubernetes" && isPlain(node) ? KUBERNETES_BOOLEANS.get(value) : undefined) ?? value;
  if (value === null || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return value;
  faults.push({ place, fault: { message: "a value that JSON does not have", expected: "text, a finite number, true, false or null", actual: String(value) } });
  return null;
}

function isPlain({ type, tag }: Scalar): boolean {
  return type === "PLAIN" && tag === undefined;
}
