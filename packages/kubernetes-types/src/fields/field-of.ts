/**
 * What Kubernetes' sources say of the members of its types beside their types.
 * @see scripts/kubernetes-types/fields
 */
import FIELDS from "./fields.json" with { type: "json" };

/** A member as protobuf and patches know it. */
export interface Field {
  /** In protobuf; `null` for what is not sent as a member of its own. */
  readonly number: number | null;
  /** How server-side apply takes a list or structure: by its items' keys, as a set of values, member by member, or as one value. */
  readonly apply: "map" | "set" | "granular" | "atomic" | null;
  /** The keys by which apply tells items of a list apart; empty for no such list. */
  readonly applyKeys: readonly string[];
  /** How a strategic merge patch takes it. */
  readonly patch: readonly ("merge" | "retainKeys" | "replace")[];
  /** The key by which a strategic merge patch tells items of a list apart; `null` for a list of plain values. */
  readonly patchKey: string | null;
}

const TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = FIELDS;
const PLAIN: Field = { number: null, apply: null, applyKeys: [], patch: [], patchKey: null };
const known = new Map<string, ReadonlyMap<string, Field>>();

/**
 * The fields of a structure by their keys; one that embeds another has that under `...Name`.
 *
 * @param structure for example `v1.PodSpec`
 * @example
 * fieldsOf("v1.PodSpec").get("containers"); // { number: 2, apply: "map", applyKeys: ["name"], patch: ["merge"], patchKey: "name" }
 */
export function fieldsOf(structure: string): ReadonlyMap<string, Field> {
  const found = known.get(structure) ?? new Map(Object.entries(TABLE[structure] ?? {}).map(([key, text]) => [key, parseField(text)]));
  known.set(structure, found);
  return found;
}

/** `2 apply=map:name patch=merge,retainKeys:name`; what is not said is as {@link PLAIN} has it. */
function parseField(text: string): Field {
  const { number = null, apply = null, applyKeys, patch, patchKey = null } = FIELD.exec(text)?.groups ?? {};
  return {
    number: number === null ? null : Number(number),
    apply: apply as Field["apply"],
    applyKeys: applyKeys?.split(",") ?? [],
    patch: (patch?.split(",") ?? []) as unknown as Field["patch"],
    patchKey,
  };
}

const FIELD = /^(?<number>\d+)?(?: ?apply=(?<apply>\w+)(?::(?<applyKeys>[\w,]+))?)?(?: ?patch=(?<patch>[\w,]+)(?::(?<patchKey>\w+))?)?$/;

/** How a structure is taken wherever it stands. */
export function structureField(structure: string): Field {
  return fieldsOf(structure).get("") ?? PLAIN;
}

/** The field that a key of a structure means, be it embedded or not. */
export function fieldOf(structure: string, { key, owner }: { readonly key: string; readonly owner: string }): Field {
  return fieldsOf(owner).get(key) ?? fieldsOf(structure).get(key) ?? PLAIN;
}
