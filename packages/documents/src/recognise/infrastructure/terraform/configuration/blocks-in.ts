import { type LocatedNode, memberOf, type ObjectNode } from "../../../../tree/located-tree.js";

/** A block of a configuration. */
export interface Block {
  readonly type: string;
  readonly name: string;
  readonly block: ObjectNode;
}

/** The blocks in `resource` or `data`: by type and name; in JSON each level may also be a list of such objects. */
export function blocksIn(blocks: LocatedNode | null): readonly Block[] {
  return membersIn(blocks).flatMap(([type, byName]) =>
    membersIn(byName).flatMap(([name, written]) => objectsIn(written).map((block) => ({ type, name, block }))),
  );
}

/** The block of an address; `null` for none. */
export function findBlock(blocks: LocatedNode | null, type: string, name: string): ObjectNode | null {
  const written = objectsIn(blocks)
    .flatMap((byType) => objectsIn(memberOf(byType, type)))
    .flatMap((byName) => objectsIn(memberOf(byName, name)));
  return written[0] ?? null;
}

/** An object, or those in a list. */
export function objectsIn(node: LocatedNode | null): readonly ObjectNode[] {
  if (node?.kind === "list") return node.items.flatMap(objectsIn);
  return node?.kind === "object" ? [node] : [];
}

function membersIn(node: LocatedNode | null): readonly (readonly [string, LocatedNode])[] {
  return objectsIn(node).flatMap(({ members }) => [...members].map(([name, { node: value }]) => [name, value] as const));
}
