/** Reads members of a JSON body as Go's decoder does: null is the same as absent, a wrong type refuses the body. */
import type { Json, JsonObject } from "@irsa-sim/core";
import { undecodable } from "./kubernetes-status.js";

/** A member, and Go's name for it. */
export interface Field {
  readonly name: string;
  /** For example `TokenRequestSpec.spec.expirationSeconds`. */
  readonly path: string;
  /** Go's type, where it is not that of the function that reads it. */
  readonly type?: string;
}

/**
 * A text; empty when absent.
 *
 * @throws {KubernetesStatus} 400
 */
export function decodeText(parent: JsonObject, { name, path, type = "string" }: Field): string {
  const value = parent[name] ?? "";
  if (typeof value === "string") return value;
  throw undecodable(typeName(value), `${path} of type ${type}`);
}

/**
 * A list of texts; empty when absent.
 *
 * @throws {KubernetesStatus} 400
 */
export function decodeTexts(parent: JsonObject, { name, path }: Field): readonly string[] {
  const value = parent[name] ?? [];
  if (!Array.isArray(value)) throw undecodable(typeName(value), `${path} of type []string`);
  return value.map((item: Json) => decodeText({ [name]: item }, { name, path }));
}

/**
 * A whole number; `null` when absent.
 *
 * @throws {KubernetesStatus} 400
 */
export function decodeInteger(parent: JsonObject, { name, path }: Field): number | null {
  const value = parent[name] ?? null;
  if (value === null || (typeof value === "number" && Number.isInteger(value))) return value;
  throw undecodable(typeof value === "number" ? `number ${value}` : typeName(value), `${path} of type int64`);
}

/**
 * An object; `null` when absent.
 *
 * @throws {KubernetesStatus} 400
 */
export function decodeObject(parent: JsonObject, { name, path, type }: Field & { readonly type: string }): JsonObject | null {
  const value = parent[name] ?? null;
  if (value === null || (typeof value === "object" && !Array.isArray(value))) return value as JsonObject | null;
  throw undecodable(typeName(value), `${path} of type ${type}`);
}

function typeName(value: Json): string {
  if (Array.isArray(value)) return "array";
  return typeof value === "boolean" ? "bool" : typeof value;
}
