import type { Json, JsonObject } from "@irsa-sim/core";
import { fieldOf, type GoType, membersOf, structureField } from "@irsa-sim/kubernetes-types/fields";

/** How a value is taken when somebody manages a part of it. */
export type Shape =
  | { readonly kind: "whole" }
  | { readonly kind: "structure"; readonly name: string }
  | { readonly kind: "map"; readonly of: Shape }
  /** A list whose items are told apart by these keys, or by what they are where there are none. */
  | { readonly kind: "list"; readonly keys: readonly string[]; readonly of: Shape };

const WHOLE: Shape = { kind: "whole" };
/** Of a key that an item leaves out. */
const DEFAULTS: JsonObject = { protocol: "TCP" };

/** The shape of an object of a kind. */
export function shapeOfKind(kind: string): Shape {
  return { kind: "structure", name: `v1.${kind}` };
}

/** The shape of a member of a structure; of one that is not known, whole. */
function shapeOfMember(structure: string, key: string): Shape {
  const member = membersOf(structure).find((candidate) => candidate.key === key);
  if (member === undefined) return WHOLE;
  const { apply, applyKeys } = fieldOf(structure, member);
  return apply === "atomic" ? WHOLE : shapeOf(member.type, { isSet: apply === "set", keys: applyKeys });
}

function shapeOf(type: GoType, list: { readonly isSet: boolean; readonly keys: readonly string[] } = { isSet: false, keys: [] }): Shape {
  switch (type.kind) {
    case "pointer":
      return shapeOf(type.of, list);
    case "struct":
      return structureField(type.name).apply === "atomic" ? WHOLE : { kind: "structure", name: type.name };
    case "map":
      return { kind: "map", of: shapeOf(type.of) };
    case "list":
      return list.isSet || list.keys.length > 0 ? { kind: "list", keys: list.keys, of: shapeOf(type.of) } : WHOLE;
    default:
      return WHOLE;
  }
}

/** A part of a value: the branch by which it is reached, its own shape, and what it is. */
export interface Part {
  readonly branch: string;
  readonly shape: Shape;
  readonly value: Json;
}

/** The parts of a value in their order; none for what is taken whole. */
export function partsOf(value: Json | undefined, shape: Shape): readonly Part[] {
  if (value === undefined || value === null || shape.kind === "whole") return [];
  if (shape.kind === "list") return (value as readonly Json[]).map((item) => ({ branch: branchOfItem(item, shape.keys), shape: shape.of, value: item }));
  return Object.entries(value as JsonObject).map(([key, member]) => ({
    branch: `f:${key}`,
    shape: shape.kind === "map" ? shape.of : shapeOfMember(shape.name, key),
    value: member,
  }));
}

function branchOfItem(item: Json, keys: readonly string[]): string {
  if (keys.length === 0) return `v:${JSON.stringify(item)}`;
  const members = item as JsonObject;
  return `k:${JSON.stringify(Object.fromEntries([...keys].sort().map((key) => [key, members[key] ?? DEFAULTS[key] ?? null])))}`;
}

/** The value that parts make. */
export function joinParts(parts: readonly Part[], shape: Shape): Json {
  if (shape.kind === "list") return parts.map(({ value }) => value);
  return Object.fromEntries(parts.map(({ branch, value }) => [branch.slice(2), value]));
}
