import type { ObjectNode } from "@irsa-sim/documents";

/** More names than anybody wants to be told. */
const MAX_NAMES = 100;

/** Finds members by how their names end. */
export interface Endings {
  /** Names of members such as `FILE/NAMESPACE/NAME` that end with `/` and `ending`; at most a hundred. */
  namesWith(node: ObjectNode, ending: string): readonly string[];
}

/** Creates the search. A node is looked through once, so members may be taken out of it afterwards, and none may be added. */
export function createEndings(): Endings {
  const known = new WeakMap<ObjectNode, ReadonlyMap<string, readonly string[]>>();
  return {
    namesWith(node, ending) {
      const index = known.get(node) ?? indexOf(node);
      known.set(node, index);
      const found: string[] = [];
      for (const name of index.get(lastParts(ending, 2)) ?? []) {
        if (found.length === MAX_NAMES) break;
        if (node.members.has(name) && name.endsWith(`/${ending}`)) found.push(name);
      }
      return found;
    },
  };
}

/** By the last part, and by the last two. */
function indexOf({ members }: ObjectNode): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const name of members.keys()) {
    for (const ending of [lastParts(name, 1), lastParts(name, 2)]) {
      const names = index.get(ending);
      if (names === undefined) index.set(ending, [name]);
      else names.push(name);
    }
  }
  return index;
}

function lastParts(name: string, count: 1 | 2): string {
  const last = name.lastIndexOf("/");
  return name.slice((count === 1 || last <= 0 ? last : name.lastIndexOf("/", last - 1)) + 1);
}
