/** Patches of a scenario: each address leads to a place in the scenario, where its value is merged in. */
import { parseAddress } from "./address.js";
import type { LocatedNode, Member, Place } from "./located-tree.js";
import { mergeTrees } from "./merge.js";
import type { ProblemList } from "./problem-list.js";

/** The scenario with every patch applied, in the order in which they are written. */
export function applyPatches(scenario: LocatedNode, patches: LocatedNode, problems: ProblemList): LocatedNode {
  if (patches.kind !== "object") {
    problems.add(patches.place, { message: "patch is not an object", expected: "addresses and the values to merge in there" });
    return scenario;
  }
  let patched = scenario;
  for (const [address, { keyPlace, node }] of patches.members) {
    const path = parseAddress(address);
    if (path === null)
      problems.add(keyPlace, { message: `"${address}" is not an address`, expected: "names with dots and brackets, such as aws.roles[my-pod-role].policies" });
    else patched = patchAt(patched, path, { value: node, address, keyPlace, problems, walked: [] });
  }
  return patched;
}

interface Patch {
  readonly value: LocatedNode;
  readonly address: string;
  readonly keyPlace: Place;
  readonly problems: ProblemList;
  readonly walked: readonly string[];
}

function patchAt(node: LocatedNode, path: readonly string[], patch: Patch): LocatedNode {
  const [segment, ...rest] = path;
  if (segment === undefined) return mergeTrees(node, patch.value);
  const next = { ...patch, walked: [...patch.walked, segment] };
  if (node.kind === "list" && node.items[Number(segment)] !== undefined) {
    return { ...node, items: node.items.map((item, index) => (index === Number(segment) ? patchAt(item, rest, next) : item)) };
  }
  const member = node.kind === "object" ? node.members.get(segment) : undefined;
  if (node.kind === "object" && (member !== undefined || rest.length === 0)) {
    const child = member === undefined ? patch.value : patchAt(member.node, rest, next);
    const members = new Map<string, Member>(node.members);
    members.set(segment, { keyPlace: member?.keyPlace ?? patch.keyPlace, node: child });
    return { ...node, members };
  }
  const above = patch.walked.length === 0 ? "the scenario" : patch.walked.join(".");
  patch.problems.add(patch.keyPlace, { message: `"${patch.address}" leads nowhere`, expected: `${above} has: ${namesIn(node)}`, actual: segment });
  return node;
}

function namesIn(node: LocatedNode): string {
  if (node.kind === "scalar") return "no members";
  return node.kind === "list" ? (node.items.length === 0 ? "no items" : `items 0 to ${node.items.length - 1}`) : [...node.members.keys()].join(", ");
}
