/**
 * Patches of a scenario: each address leads to a place in the scenario, where its value is merged in (RFC 7396); `null` takes the place away.
 * The last part of an address may be new where it names a field, such as `metadata.annotations`; roles, Kubernetes objects and items of lists must exist.
 */

import { type LocatedNode, memberOf, mergeTrees, type Place, type ProblemList, withMember } from "@irsa-sim/documents";
import { parseAddress } from "./address.js";

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
  const [segment = "", ...rest] = path;
  const names = namesOf(node, segment, patch.walked);
  const isNew = names.length === 0 && rest.length === 0 && !deletes(patch) && node.kind === "object" && !holdsNamedThings(patch.walked);
  const [name, another] = isNew ? [segment] : names;
  if (name === undefined || another !== undefined) {
    const above = patch.walked.length === 0 ? "the scenario" : patch.walked.join(".");
    if (name === undefined)
      patch.problems.add(patch.keyPlace, { message: `"${patch.address}" leads nowhere`, expected: `${above} has: ${contentsOf(node)}`, actual: segment });
    else patch.problems.add(patch.keyPlace, { message: `"${patch.address}" leads to ${names.length} places`, expected: `one of: ${names.join(", ")}` });
    return node;
  }
  const child = node.kind === "list" ? (node.items[Number(name)] ?? null) : memberOf(node, name);
  if (child !== null && rest.length > 0) return withChild(node, name, patchAt(child, rest, { ...patch, walked: [...patch.walked, name] }), patch);
  return withChild(node, name, deletes(patch) ? null : mergeTrees(child, patch.value), patch);
}

/** The children that a part of an address can mean; of a Kubernetes object the file and the namespace may be left out. */
function namesOf(node: LocatedNode, segment: string, walked: readonly string[]): readonly string[] {
  if (node.kind === "list") return /^\d+$/.test(segment) && Number(segment) < node.items.length ? [segment] : [];
  if (node.kind === "scalar") return [];
  if (node.members.has(segment)) return [segment];
  const isKind = walked[0] === "kubernetes" && walked.length === 2;
  return isKind ? [...node.members.keys()].filter((name) => name.endsWith(`/${segment}`)) : [];
}

/** Accounts, roles, and Kubernetes objects and their kinds: what is patched there has a name that somebody gave. */
function holdsNamedThings([first, second, ...rest]: readonly string[]): boolean {
  if (first === "aws" && second === "accounts") return rest.length === 0 || (rest.length === 2 && rest[1] === "roles");
  return (first === "aws" && second === "roles" && rest.length === 0) || (first === "kubernetes" && rest.length === 0);
}

function deletes({ value }: Patch): boolean {
  return value.kind === "scalar" && value.value === null;
}

function withChild(node: LocatedNode, name: string, child: LocatedNode | null, { keyPlace }: Patch): LocatedNode {
  if (node.kind === "list") return { ...node, items: node.items.flatMap((item, index) => (index !== Number(name) ? [item] : child === null ? [] : [child])) };
  if (node.kind === "scalar") return node;
  return withMember(node, name, child === null ? null : { keyPlace: node.members.get(name)?.keyPlace ?? keyPlace, node: child });
}

function contentsOf(node: LocatedNode): string {
  if (node.kind === "scalar") return "no members";
  if (node.kind === "object") return node.members.size === 0 ? "no members" : [...node.members.keys()].join(", ");
  return node.items.length === 0 ? "no items" : node.items.length === 1 ? "item 0" : `items 0 to ${node.items.length - 1}`;
}
