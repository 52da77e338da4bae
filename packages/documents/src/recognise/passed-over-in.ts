import type { LocatedNode, ObjectNode } from "../tree/located-tree.js";
import type { PassedOver } from "./recognition.js";

/** What becomes of an object's members; those that are not named are `unused`. */
export interface MemberUses {
  /** Go into a document, or are looked through further. */
  readonly taken?: readonly string[];
  /** Said what the object is, or what it is called. */
  readonly used?: readonly string[];
  /** AWS or the cluster writes them. */
  readonly live?: readonly string[];
  /** Stands before each name. */
  readonly prefix?: string;
}

/** The members of an object that go into no document. */
export function passedOverIn(object: ObjectNode, { taken = [], used = [], live = [], prefix = "" }: MemberUses): readonly PassedOver[] {
  return [...object.members]
    .filter(([name]) => !taken.includes(name))
    .map(([name, { node }]) => ({
      name: prefix + name,
      node,
      because: used.includes(name) || isEmpty(node) ? "envelope" : live.includes(name) ? "live" : "unused",
    }));
}

function isEmpty(node: LocatedNode): boolean {
  if (node.kind === "list") return node.items.length === 0;
  if (node.kind === "object") return node.members.size === 0;
  return node.value === null || node.value === "" || node.value === false;
}
