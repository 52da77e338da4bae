import type { Json } from "@irsa-sim/core";
import type { LocatedNode, Place } from "./located-tree.js";

/** A value as a tree in which every key and every value has a line of its own. */
export function treeOf(value: Json, file = "mine.json"): LocatedNode {
  let line = 0;
  const nextPlace = (): Place => ({ file, line: ++line, column: 1 });
  const convert = (json: Json): LocatedNode => {
    const place = nextPlace();
    if (Array.isArray(json)) return { kind: "list", place, items: json.map((item) => convert(item as Json)) };
    if (typeof json !== "object" || json === null) return { kind: "scalar", place, value: json };
    return { kind: "object", place, members: new Map(Object.entries(json).map(([key, member]) => [key, { keyPlace: nextPlace(), node: convert(member) }])) };
  };
  return convert(value);
}

/** Lines of all that holds nothing further: scalars, and what is empty. */
export function linesOfLeaves(node: LocatedNode): readonly number[] {
  const children = node.kind === "scalar" ? [] : node.kind === "list" ? node.items : [...node.members.values()].map((member) => member.node);
  return children.length === 0 ? [node.place.line] : children.flatMap(linesOfLeaves);
}
