import type { LocatedNode } from "@irsa-sim/documents";
import type { PlayedWorkload } from "../play/play-workload.js";
import type { BoundUnknown } from "./bind-unknowns.js";

/** Of unknowns those whose values stand in a world that was played: a template has many more that nobody here asks for. */
export function standingIn(played: readonly PlayedWorkload[], unknowns: readonly BoundUnknown[]): readonly BoundUnknown[] {
  if (unknowns.length === 0) return [];
  const texts = new Set<string>();
  for (const { plays } of played)
    for (const { tree, objects } of plays) {
      collectTexts(tree, texts);
      for (const { node } of [...objects.values()].flat()) if (node !== null) collectTexts(node, texts);
    }
  const left = new Set(unknowns);
  for (const text of texts) for (const one of left) if (text.includes(one.value)) left.delete(one);
  return unknowns.filter((one) => !left.has(one));
}

function collectTexts(node: LocatedNode, texts: Set<string>): void {
  if (node.kind === "scalar") {
    if (typeof node.value === "string") texts.add(node.value);
  } else if (node.kind === "list") for (const item of node.items) collectTexts(item, texts);
  else
    for (const [name, { node: value }] of node.members) {
      texts.add(name);
      collectTexts(value, texts);
    }
}
