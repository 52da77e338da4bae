import { type LocatedNode, memberOf, type ObjectNode, withMember } from "../../tree/located-tree.js";
import type { PassedOver } from "../recognition.js";

/** What the cluster writes into an object while it lives. */
const LIVE: readonly (readonly string[])[] = [
  ...["uid", "resourceVersion", "creationTimestamp", "generation", "selfLink", "managedFields", "ownerReferences"].map((name) => ["metadata", name]),
  ["spec", "nodeName"],
  ["status"],
];

/** By these a living object is told from one that somebody wrote. */
const SIGNS = ["uid", "resourceVersion", "creationTimestamp"];

/** A living object as somebody would write it to make it anew; what was never in a cluster stays as it is. */
export function asWritten(object: ObjectNode): { readonly node: ObjectNode; readonly passedOver: readonly PassedOver[] } {
  const metadata = memberOf(object, "metadata");
  if (!SIGNS.some((sign) => isThere(memberOf(metadata, sign)))) return { node: object, passedOver: [] };
  let node = object;
  const passedOver: PassedOver[] = [];
  for (const path of LIVE) {
    const [first = "", second] = path;
    const parent = second === undefined ? node : memberOf(node, first);
    const name = second ?? first;
    const found = memberOf(parent, name);
    if (parent?.kind !== "object" || found === null) continue;
    passedOver.push({ name: path.join("."), node: found, because: "live" });
    node = second === undefined ? withMember(node, first, null) : withChild(node, first, withMember(parent, name, null));
  }
  return { node, passedOver };
}

function withChild(object: ObjectNode, name: string, child: LocatedNode): ObjectNode {
  const member = object.members.get(name);
  return member === undefined ? object : withMember(object, name, { ...member, node: child });
}

function isThere(node: LocatedNode | null): boolean {
  return node !== null && (node.kind !== "scalar" || node.value !== null);
}
