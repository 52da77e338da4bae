/**
 * Writes a typed structure as Kubernetes' encoder does: members in fixed order, zero ones left out unless they always stand.
 * @see webhook.md, section 8
 */

import { goString } from "@irsa-sim/core";
import { goArray, goObject } from "../json-patch/go-json.js";
import { type Field, fieldsOf, isStructure } from "./fields-of.js";
import type { TypedObject, TypedValue } from "./typed-value.js";

/** Encodes `value` as the structure of that name, to compact JSON. */
export function encodeStructure(structure: string, value: TypedObject): string {
  return goObject(
    fieldsOf(structure).flatMap((field) => {
      const encoded = encodeField(field, value[field.key]);
      return encoded === null ? [] : [[field.key, encoded] as const];
    }),
  );
}

/** `null` when the member is left out. */
function encodeField(field: Field, value: TypedValue | undefined): string | null {
  if (value === undefined) return field.isAlwaysWritten ? encodeAbsent(field) : null;
  if (!field.isAlwaysWritten && isOmitted(field, value)) return null;
  return field.isList ? goArray((value as readonly TypedValue[]).map((item) => encodeValue(field.type, item))) : encodeValue(field.type, value);
}

function encodeAbsent({ type, isPointer, isList }: Field): string {
  if (isPointer || isList) return "null";
  if (isStructure(type)) return encodeStructure(type, {});
  if (type === "Quantity") return goString("0");
  return type === "int32" || type === "int64" || type === "IntOrString" ? "0" : goString("");
}

function isOmitted({ type, isPointer, isList }: Field, value: TypedValue): boolean {
  if (isList) return (value as readonly TypedValue[]).length === 0;
  if (isPointer || isStructure(type)) return false;
  if (typeof value === "object") return Object.keys(value).length === 0;
  return value === "" || value === 0 || value === 0n || value === false;
}

function encodeValue(type: string, value: TypedValue): string {
  if (isStructure(type)) return encodeStructure(type, value as TypedObject);
  if (typeof value === "string") return goString(value);
  return typeof value === "object" ? encodeMap(value as TypedObject) : String(value);
}

/** Keys in the order of their bytes. */
function encodeMap(map: TypedObject): string {
  return goObject(
    Object.entries(map)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, goString(value as string)]),
  );
}
