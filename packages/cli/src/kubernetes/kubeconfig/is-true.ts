import type { LocatedNode } from "@irsa-sim/documents";

/** Whether a value is there and says `true`. */
export function isTrue(node: LocatedNode | null): boolean {
  return node?.kind === "scalar" && node.value === true;
}
