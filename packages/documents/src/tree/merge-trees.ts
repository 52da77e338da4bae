/** JSON merge patch (RFC 7396) over located trees: objects are merged, everything else is replaced, `null` takes a member away. */
import { objectLike } from "./build-node.js";
import type { LocatedNode, Member } from "./located-tree.js";

/** `target` as `patch` changes it; what comes from the patch keeps the patch's place. */
export function mergeTrees(target: LocatedNode | null, patch: LocatedNode): LocatedNode {
  if (patch.kind !== "object") return patch;
  const members = new Map<string, Member>(target?.kind === "object" ? target.members : []);
  for (const [key, { keyPlace, node }] of patch.members) {
    if (node.kind === "scalar" && node.value === null) members.delete(key);
    else members.set(key, { keyPlace, node: mergeTrees(members.get(key)?.node ?? null, node) });
  }
  return objectLike(target?.kind === "object" ? target : patch, members);
}
