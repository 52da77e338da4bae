/**
 * `${issuer}` and its like in `scenario.yaml`.
 * In policies and Kubernetes objects any other `${…}` is left alone, since they have variables of their own; elsewhere it is a fault.
 */

import type { LocatedNode, Member, Place, ProblemList } from "@irsa-sim/documents";
import { parseAddress } from "./address.js";

/** Values by name, and where faults go. */
export interface Substitution {
  readonly variables: Readonly<Record<string, string>>;
  readonly problems: ProblemList;
}

/**
 * The tree with variables replaced in keys and texts.
 *
 * @param path where in the scenario the tree stands
 */
export function substituteVariables(node: LocatedNode, substitution: Substitution, path: readonly string[] = []): LocatedNode {
  if (path.join(".") === "fix.patch") return substituteInPatch(node, substitution);
  if (node.kind === "scalar")
    return typeof node.value === "string" ? { ...node, value: replaceIn(node.value, { ...substitution, path, place: node.place }) } : node;
  if (node.kind === "list") return { ...node, items: node.items.map((item, index) => substituteVariables(item, substitution, [...path, String(index)])) };
  const members = [...node.members].map(([key, { keyPlace, node: value }]): [string, Member] => {
    const name = replaceIn(key, { ...substitution, path: [...path, key], place: keyPlace });
    return [name, { keyPlace, node: substituteVariables(value, substitution, [...path, name]) }];
  });
  return { ...node, members: new Map(members) };
}

/** A patch with variables replaced in addresses and values; an address says where its value stands. */
export function substituteInPatch(patch: LocatedNode, substitution: Substitution): LocatedNode {
  if (patch.kind !== "object") return patch;
  const members = [...patch.members].map(([key, { keyPlace, node }]): [string, Member] => {
    const address = replaceIn(key, { ...substitution, path: parseAddress(key) ?? [], place: keyPlace });
    return [address, { keyPlace, node: substituteVariables(node, substitution, parseAddress(address) ?? []) }];
  });
  return { ...patch, members: new Map(members) };
}

interface Occurrence extends Substitution {
  readonly path: readonly string[];
  readonly place: Place;
}

function replaceIn(text: string, { variables, problems, path, place }: Occurrence): string {
  return text.replaceAll(/\$\{(clusters\.[\w-]+\.\w+|\w+)\}/g, (reference, name: string) => {
    if (Object.hasOwn(variables, name)) return variables[name] as string;
    const known = Object.keys(variables).map((variable) => `\${${variable}}`);
    if (!hasVariablesOfItsOwn(path)) problems.add(place, { message: `unknown variable ${reference}`, expected: `one of: ${known.join(", ")}` });
    return reference;
  });
}

function hasVariablesOfItsOwn(path: readonly string[]): boolean {
  const [first, second] = path;
  const inAws = first === "aws" ? (second === "accounts" ? path.slice(3) : path.slice(1)) : [];
  const inRole = inAws[0] === "roles" || inAws[0] === "users" ? inAws[2] : inAws[0] === "nodeRole" ? inAws[1] : undefined;
  return first === "kubernetes" || inAws[0] === "managedPolicies" || inRole === "trustPolicy" || inRole === "policies";
}
