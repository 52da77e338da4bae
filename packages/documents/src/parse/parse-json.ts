/** JSON as RFC 8259 has it, as AWS takes it: no comments, no trailing commas, no key twice. */
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Fault } from "../problems/fault.js";
import type { FaultAtPlace } from "../problems/fault-at-place.js";
import type { ProblemList } from "../problems/problem-list.js";
import type { LocatedNode, Member, Place } from "../tree/located-tree.js";
import { EXCESS, MAX_DEPTH, MAX_VALUES } from "./bounds.js";
import { createPositions } from "./positions.js";

/** Reads a JSON file; `null` when it has faults, which are then in `problems`. */
export function parseJson(file: string, text: string, problems: ProblemList): readonly LocatedNode[] | null {
  const positionAt = createPositions(text);
  const { tree, faults } = readJson(text, (offset) => ({ file, ...positionAt(offset) }));
  for (const { place, fault } of faults) problems.add(place, fault);
  return tree === null ? null : [tree];
}

/** A JSON text as a tree; `null` when there are faults. Of a text that does not parse only the first is told: the others follow from it. */
export function readJson(text: string, placeAt: (offset: number) => Place): { readonly tree: LocatedNode | null; readonly faults: readonly FaultAtPlace[] } {
  const faults: [offset: number, Fault][] = [];
  const tree = treeOf(text, { placeAt, faults });
  return { tree: faults.length === 0 ? tree : null, faults: faults.map(([offset, fault]) => ({ place: placeAt(offset), fault })) };
}

function treeOf(text: string, conversion: Conversion): LocatedNode | null {
  const excess = findExcess(text);
  const errors: ParseError[] = [];
  const root = excess === null ? parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false }) : undefined;
  const [first] = errors;
  if (excess !== null) conversion.faults.push(excess);
  else if (first !== undefined) conversion.faults.push([first.offset, { message: `not valid JSON: ${inWords(printParseErrorCode(first.error))}` }]);
  return root === undefined || first !== undefined ? null : toTree(root, conversion);
}

/** Where the text goes beyond the bounds; it is only scanned, since a parser descends as deep as the text says. */
function findExcess(text: string): [offset: number, Fault] | null {
  const scanner = createScanner(text, true);
  let depth = -1;
  let tokens = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const first = text[offset];
    tokens += 1;
    if (first === "{" || first === "[") depth += 1;
    if (first === "}" || first === "]") depth -= 1;
    if (depth > MAX_DEPTH) return [offset, EXCESS.depth];
    // A value comes with at most five tokens: key, colon, brackets, comma.
    if (tokens > 5 * MAX_VALUES) return [offset, EXCESS.values];
  }
  return null;
}

interface Conversion {
  readonly placeAt: (offset: number) => Place;
  readonly faults: [offset: number, Fault][];
}

function toTree({ type, offset, value, children = [] }: Node, conversion: Conversion): LocatedNode {
  const place = conversion.placeAt(offset);
  if (type === "array") return { kind: "list", place, items: children.map((child) => toTree(child, conversion)) };
  if (type !== "object") return { kind: "scalar", place, value: value as null | boolean | number | string };
  const members = new Map<string, Member>();
  for (const { children: [key, member] = [] } of children) {
    if (key === undefined || member === undefined) throw new Error("a sound JSON property has a key and a value");
    const name = key.value as string;
    if (members.has(name)) conversion.faults.push([key.offset, { message: `not valid JSON: the key ${JSON.stringify(name)} stands twice` }]);
    members.set(name, { keyPlace: conversion.placeAt(key.offset), node: toTree(member, conversion) });
  }
  return { kind: "object", place, members };
}

/** `PropertyNameExpected` becomes "property name expected". */
function inWords(code: string): string {
  return code.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
