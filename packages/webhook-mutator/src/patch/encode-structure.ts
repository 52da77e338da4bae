/** Encodes a container as Kubernetes' typed encoder does: known keys only, in fixed order, zero values left out. */
import type { Json } from "@irsa-sim/core";
import { canonicalQuantity } from "./canonical-quantity.js";
import { STRUCTURES } from "./field-order.js";
import { goArray, goObject, goString } from "./go-json.js";

/** A key of a structure, as `field-order.ts` writes it. */
interface Field {
  readonly key: string;
  /** `always`: stands even when zero; `pointer`: an explicit zero stands; `omitted`: zero is left out. */
  readonly zero: "always" | "pointer" | "omitted";
  /** What stands when the key is absent. */
  readonly absent: string;
  readonly type: string | null;
  readonly isList: boolean;
}

const FIELD = /^(?<key>\w+)(?<mark>[!?]?)(?<absent>0|null|quantity)?(?::(?<type>\w+)(?<list>\[\])?)?$/;
const parsed = new Map<string, readonly Field[]>();

/** Encodes `value` as the structure of that name. */
export function encodeStructure(structure: string, value: Json | undefined): string {
  const source = (value ?? {}) as { readonly [key: string]: Json };
  return goObject(
    fieldsOf(structure).flatMap((field) => {
      const encoded = encodeField(field, source[field.key]);
      return encoded === null ? [] : [[field.key, encoded] as const];
    }),
  );
}

function fieldsOf(structure: string): readonly Field[] {
  const known = parsed.get(structure);
  if (known !== undefined) return known;
  const fields = (STRUCTURES[structure] ?? []).map(parseField);
  parsed.set(structure, fields);
  return fields;
}

function parseField(text: string): Field {
  const { key = "", mark = "", absent = "", type, list } = FIELD.exec(text)?.groups ?? {};
  const zero = mark === "!" ? "always" : mark === "?" ? "pointer" : "omitted";
  const structured = type === undefined ? '""' : "{}";
  return {
    key,
    zero,
    absent: absent === "quantity" ? '"0"' : absent === "" ? structured : absent,
    type: absent === "quantity" ? "quantity" : (type ?? null),
    isList: list !== undefined,
  };
}

/** `null` when the key is left out. */
function encodeField(field: Field, value: Json | undefined): string | null {
  if (value === undefined || value === null) return field.zero === "always" ? field.absent : null;
  if (field.zero === "omitted" && isZero(value, field)) return null;
  if (field.type === null) return encodeScalar(value);
  if (field.isList) return goArray((value as readonly Json[]).map((item) => encodeStructure(field.type as string, item)));
  if (field.type === "quantity") return goString(canonicalQuantity(value as string | number));
  return field.type === "quantities" ? encodeQuantities(value as { readonly [key: string]: string | number }) : encodeStructure(field.type, value);
}

/** An empty structure behind a pointer is not zero; an empty list or map is. */
function isZero(value: Json, { type, isList }: Field): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === "object" && value !== null) return type === "quantities" ? Object.keys(value).length === 0 : isList;
  return value === "" || value === 0 || value === false;
}

function encodeScalar(value: Json): string {
  if (typeof value === "string") return goString(value);
  if (Array.isArray(value)) return goArray(value.map(encodeScalar));
  return JSON.stringify(value);
}

/** Keys in order of their bytes. */
function encodeQuantities(quantities: { readonly [key: string]: string | number }): string {
  const names = Object.keys(quantities).sort((a, b) => (a < b ? -1 : 1));
  return goObject(names.map((name) => [name, goString(canonicalQuantity(quantities[name] ?? 0))]));
}
