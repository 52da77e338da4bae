import type { LocatedNode, Member, ObjectNode } from "./located-tree.js";

/** A list node. */
export type ListNode = Extract<LocatedNode, { kind: "list" }>;

/** Changes a tree in many places: what is touched is copied once, so that the time depends on the number of changes and not on the size of what they touch. */
export interface Draft {
  /** An object like `node`, with a member set, or taken away for `null`; what this draft gave before is changed itself, and nobody else may hold it. */
  withMember(node: ObjectNode, key: string, member: Member | null): ObjectNode;
  /** A list like `node`, with an item replaced, or taken away for `null`; as above. */
  withItem(node: ListNode, index: number, item: LocatedNode | null): ListNode;
}

/** Creates a draft; what it gave is a tree like any other once the draft is no longer used. */
export function createDraft(): Draft {
  const members = new WeakMap<LocatedNode, Map<string, Member>>();
  const items = new WeakMap<LocatedNode, LocatedNode[]>();
  return {
    withMember(node, key, member) {
      const own = members.get(node) ?? new Map(node.members);
      const changed = members.has(node) ? node : { ...node, members: own };
      if (member === null) own.delete(key);
      else own.set(key, member);
      members.set(changed, own);
      return changed;
    },
    withItem(node, index, item) {
      const own = items.get(node) ?? [...node.items];
      const changed = items.has(node) ? node : { ...node, items: own };
      own.splice(index, 1, ...(item === null ? [] : [item]));
      items.set(changed, own);
      return changed;
    },
  };
}
