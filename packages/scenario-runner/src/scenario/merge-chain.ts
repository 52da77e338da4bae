import { type LocatedNode, type Member, memberOf, mergeTrees, type ObjectNode } from "@irsa-sim/documents";
import type { ChainLink } from "./read-chain.js";

/** Members that a scenario does not share with its base piece by piece. A `null` in a fix is part of its patch, so they are not merged at all; one in their place takes the base's away. */
const REPLACED_WHOLE = ["expect", "lesson", "fix", "tags", "timeline"];
/** What is said about a scenario, or asked of its own files, holds for no other that is based on it. */
const NOT_INHERITED = ["description", "lesson", "tags", "golden"];
/** What concerns the chain alone; patches are applied after merging. */
const NOT_MERGED = ["base", "patch"];

/** One scenario from a chain, whose first link is the scenario itself: what a link says goes before what its base says. */
export function mergeChain(chain: readonly ChainLink[]): LocatedNode {
  return [...chain].reverse().reduce<LocatedNode | null>((merged, { tree }) => {
    const shared: ObjectNode = { ...tree, members: membersOf(tree, (key) => ![...REPLACED_WHOLE, ...NOT_MERGED].includes(key)) };
    const { members } = mergeTrees(merged && withoutItsOwn(merged), shared) as ObjectNode;
    const own = membersOf(tree, (key) => REPLACED_WHOLE.includes(key));
    const all = { ...tree, members: new Map([...members, ...own]) };
    return { ...all, members: membersOf(all, (key) => !(REPLACED_WHOLE.includes(key) && isNull(memberOf(all, key)))) };
  }, null) as LocatedNode;
}

function withoutItsOwn(base: LocatedNode): LocatedNode {
  return base.kind === "object" ? { ...base, members: membersOf(base, (key) => !NOT_INHERITED.includes(key)) } : base;
}

function isNull(node: LocatedNode | null): boolean {
  return node?.kind === "scalar" && node.value === null;
}

function membersOf({ members }: ObjectNode, isWanted: (key: string) => boolean): ReadonlyMap<string, Member> {
  return new Map([...members].filter(([key]) => isWanted(key)));
}
