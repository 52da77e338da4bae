import type { LocatedNode } from "@irsa-sim/documents";
import type { DescribedWorld } from "./described-world.js";

/** All that stands in a world, each value with its place, as a number of 128 bits: two worlds with the same come out the same, and tell of the same places. */
export function contentOf({ name, tree, objects }: DescribedWorld): string {
  const parts: string[] = [name];
  write(tree, parts);
  for (const [key, documents] of objects) {
    parts.push(key);
    for (const { node } of documents) if (node !== null) write(node, parts);
  }
  return hashOf(parts.join("\n"));
}

/** Four lanes of 32 bits, each with a multiplier of its own; the texts of thousands of worlds would fill the memory. */
function hashOf(text: string): string {
  const lanes = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f].map((multiplier, index) => {
    let lane = text.length ^ (index + 1);
    for (let at = 0; at < text.length; at += 1) {
      lane = Math.imul(lane ^ text.charCodeAt(at), multiplier);
      lane ^= lane >>> 15;
    }
    return (lane >>> 0).toString(16).padStart(8, "0");
  });
  return lanes.join("");
}

function write(node: LocatedNode, parts: string[]): void {
  const { file, line, column } = node.place;
  parts.push(`${node.kind} ${line}:${column} ${file}`);
  if (node.kind === "scalar") parts.push(JSON.stringify(node.value));
  else if (node.kind === "list") {
    parts.push(String(node.items.length));
    for (const item of node.items) write(item, parts);
  } else {
    parts.push(String(node.members.size));
    for (const [name, { node: value }] of node.members) {
      parts.push(JSON.stringify(name));
      write(value, parts);
    }
  }
}
