import type { LocatedNode, Member, ObjectNode } from "./located-tree.js";
import { mergeTrees } from "./merge.js";
import type { ChainLink } from "./read-chain.js";

/** Members that a scenario does not share with its base piece by piece. A `null` in a fix is part of its patch, so they are not merged at all. */
const REPLACED_WHOLE = ["expect", "lesson", "fix", "tags", "timeline"];
/** What concerns the chain alone; patches are applied after merging. */
const NOT_MERGED = ["base", "patch"];
/** What a base says of itself alone. */
const OWN = ["golden"];

/** One scenario from a chain, whose first link is the scenario itself: what a link says goes before what its base says. */
export function mergeChain(chain: readonly ChainLink[]): LocatedNode {
  return [...chain].reverse().reduce<LocatedNode | null>((merged, { tree }, position) => {
    // Of the bases nothing is asked that concerns their own files.
    const own = position === chain.length - 1 ? [] : OWN;
    const shared: ObjectNode = { ...tree, members: membersOf(tree, (key) => ![...REPLACED_WHOLE, ...NOT_MERGED, ...own].includes(key)) };
    const { members } = mergeTrees(merged, shared) as ObjectNode;
    return { ...tree, members: new Map([...members, ...membersOf(tree, (key) => REPLACED_WHOLE.includes(key))]) };
  }, null) as LocatedNode;
}

function membersOf({ members }: ObjectNode, isWanted: (key: string) => boolean): ReadonlyMap<string, Member> {
  return new Map([...members].filter(([key]) => isWanted(key)));
}
