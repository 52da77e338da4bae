/**
 * Patches of a scenario: each address leads to a place in the scenario, where its value is merged in (RFC 7396); `null` takes the place away.
 * The last part of an address may be new where it names a field, such as `metadata.annotations`; roles, Kubernetes objects and items of lists must exist.
 */

import { nearestNames } from "@irsa-sim/core";
import { createDraft, type Draft, type LocatedNode, listNames, memberOf, mergeTrees, type Place, type ProblemList } from "@irsa-sim/documents";
import { parseAddress } from "./address.js";
import { createEndings, type Endings } from "./create-endings.js";

/** The scenario with every patch applied, in the order in which they are written. */
export function applyPatches(scenario: LocatedNode, patches: LocatedNode, problems: ProblemList): LocatedNode {
  if (patches.kind !== "object") {
    problems.add(patches.place, { message: "patch is not an object", expected: "addresses and the values to merge in there" });
    return scenario;
  }
  const tools = { problems, draft: createDraft(), endings: createEndings() };
  let patched = scenario;
  for (const [address, { keyPlace, node }] of patches.members) {
    const path = parseAddress(address);
    if (path === null)
      problems.add(keyPlace, { message: `"${address}" is not an address`, expected: "names with dots and brackets, such as aws.roles[my-pod-role].policies" });
    else patched = patchAt(patched, path, { value: node, address, keyPlace, walked: [], ...tools });
  }
  return patched;
}

interface Patch {
  readonly value: LocatedNode;
  readonly address: string;
  readonly keyPlace: Place;
  readonly walked: readonly string[];
  readonly problems: ProblemList;
  readonly draft: Draft;
  readonly endings: Endings;
}

function patchAt(node: LocatedNode, path: readonly string[], patch: Patch): LocatedNode {
  const [segment = "", ...rest] = path;
  const names = namesOf(node, segment, patch);
  const isNew = names.length === 0 && rest.length === 0 && !deletes(patch) && node.kind === "object" && !holdsNamedThings(patch.walked);
  const [name, another] = isNew ? [segment] : names;
  if (name === undefined) patch.problems.add(patch.keyPlace, () => nowhere(node, segment, patch));
  else if (another !== undefined)
    patch.problems.add(patch.keyPlace, { message: `"${patch.address}" leads to ${names.length} places`, expected: `one of: ${listNames(names)}` });
  if (name === undefined || another !== undefined) return node;
  const child = node.kind === "list" ? (node.items[Number(name)] ?? null) : memberOf(node, name);
  if (child !== null && rest.length > 0) return withChild(node, name, patchAt(child, rest, { ...patch, walked: [...patch.walked, name] }), patch);
  return withChild(node, name, deletes(patch) ? null : mergeTrees(child, patch.value), patch);
}

/** The children that a part of an address can mean; of a Kubernetes object the file and the namespace may be left out. */
function namesOf(node: LocatedNode, segment: string, { walked, endings }: Patch): readonly string[] {
  if (node.kind === "list") return /^\d+$/.test(segment) && Number(segment) < node.items.length ? [segment] : [];
  if (node.kind === "scalar") return [];
  if (node.members.has(segment)) return [segment];
  const isKind = walked[0] === "kubernetes" && walked.length === 2;
  return isKind ? endings.namesWith(node, segment) : [];
}

/** Accounts, roles, and Kubernetes objects and their kinds: what is patched there has a name that somebody gave. */
function holdsNamedThings([first, second, ...rest]: readonly string[]): boolean {
  if (first === "aws" && second === "accounts") return rest.length === 0 || (rest.length === 2 && rest[1] === "roles");
  return (first === "aws" && second === "roles" && rest.length === 0) || (first === "kubernetes" && rest.length === 0);
}

function deletes({ value }: Patch): boolean {
  return value.kind === "scalar" && value.value === null;
}

function withChild(node: LocatedNode, name: string, child: LocatedNode | null, { keyPlace, draft }: Patch): LocatedNode {
  if (node.kind === "list") return draft.withItem(node, Number(name), child);
  if (node.kind === "scalar") return node;
  return draft.withMember(node, name, child === null ? null : { keyPlace: node.members.get(name)?.keyPlace ?? keyPlace, node: child });
}

function nowhere(node: LocatedNode, segment: string, { address, walked }: Patch) {
  const above = walked.length === 0 ? "the scenario" : walked.join(".");
  const [nearest] = node.kind === "object" ? nearestNames(segment, [...node.members.keys()]) : [];
  const expected = `${nearest === undefined ? "" : `perhaps ${nearest}; `}${above} has: ${contentsOf(node)}`;
  return { message: `"${address}" leads nowhere`, expected, actual: segment };
}

function contentsOf(node: LocatedNode): string {
  if (node.kind === "scalar") return "no members";
  if (node.kind === "object") return node.members.size === 0 ? "no members" : listNames([...node.members.keys()]);
  return node.items.length === 0 ? "no items" : node.items.length === 1 ? "item 0" : `items 0 to ${node.items.length - 1}`;
}
