/** JSON as RFC 8259 has it, as AWS takes it: no comments, no trailing commas, no key twice. */
import type { FaultAtPlace } from "../problems/fault-at-place.js";
import type { ProblemList } from "../problems/problem-list.js";
import type { LocatedNode, Place } from "../tree/located-tree.js";
import { wholeTree } from "../tree/whole-tree.js";
import { BOUNDS } from "./bounds.js";
import { outlineJson } from "./json-outline.js";
import { treeOfJson } from "./json-tree.js";
import { createPositions } from "./positions.js";

/** Reads a JSON file; `null` when it has faults, which are then in `problems`. */
export function parseJson(
  { file, text, maxValues }: { readonly file: string; readonly text: string; readonly maxValues: number },
  problems: ProblemList,
): readonly LocatedNode[] | null {
  const positionAt = createPositions(text);
  const { tree, faults } = readLazily(text, (offset) => ({ file, ...positionAt(offset) }), maxValues);
  for (const { place, fault } of faults) problems.add(place, fault);
  if (tree === null) return null;
  return [isLarge(text) ? tree : wholeTree(tree)];
}

/** Whether of a text no tree is kept: what is to be looked at again is made whole with `wholeTree`. */
export function isLarge(text: string): boolean {
  return text.length > BOUNDS.written.json.characters;
}

/** A JSON text as a tree; `null` when there are faults. */
export function readJson(text: string, placeAt: (offset: number) => Place): ReadJson {
  const { tree, faults } = readLazily(text, placeAt, BOUNDS.written.json.values);
  return { tree: tree === null ? null : wholeTree(tree), faults };
}

interface ReadJson {
  readonly tree: LocatedNode | null;
  readonly faults: readonly FaultAtPlace[];
}

function readLazily(text: string, placeAt: (offset: number) => Place, maxValues: number): ReadJson {
  const { faults, endOf } = outlineJson(text, maxValues);
  return {
    tree: faults.length === 0 ? treeOfJson({ text, endOf, placeAt }) : null,
    faults: faults.map(([offset, fault]) => ({ place: placeAt(offset), fault })),
  };
}
