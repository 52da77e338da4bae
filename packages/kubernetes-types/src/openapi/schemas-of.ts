/**
 * Kubernetes' types as schemas of OpenAPI 3.0, made from the tables of structures and fields.
 * Differs from the API server: schemas are named by their structures (`v1.Pod`), and nothing is described in words.
 * @see https://kubernetes.io/docs/concepts/overview/kubernetes-api/#openapi-v3
 */
import type { JsonObject } from "@irsa-sim/core";
import type { ObjectKind } from "../decode/decode-object.js";
import { type Field, fieldOf, structureField } from "../fields/field-of.js";
import type { GoType } from "../structures/go-type.js";
import { membersOf } from "../structures/members-of.js";

/**
 * The schemas of kinds, and of all that they are made of, by their names.
 *
 * @example
 * schemasOf([{ kind: "Pod", group: "", version: "v1" }])["v1.Pod"]; // { type: "object", properties: { ... }, "x-kubernetes-group-version-kind": [...] }
 */
export function schemasOf(kinds: readonly ObjectKind[]): Readonly<Record<string, JsonObject>> {
  const schemas: Record<string, JsonObject> = {};
  for (const { group, version, kind } of kinds) {
    const name = structureOf(kind);
    addStructure(name, schemas);
    schemas[name] = { ...schemas[name], "x-kubernetes-group-version-kind": [{ group, kind, version }] };
  }
  return schemas;
}

/** The name of a kind's structure, as schemas are named. */
export function structureOf(kind: string): string {
  return `v1.${kind}`;
}

function addStructure(name: string, schemas: Record<string, JsonObject>): void {
  if (schemas[name] !== undefined) return;
  // Known from here on, since a structure may hold itself.
  schemas[name] = {};
  const members = membersOf(name);
  const properties = members.map((member) => [member.key, { ...schemaOf(member.type, schemas), ...extensionsOf(member.type, fieldOf(name, member)) }] as const);
  const required = members.filter(({ omitsEmpty, key }) => !omitsEmpty && key !== "metadata" && key !== "status").map(({ key }) => key);
  const { apply } = structureField(name);
  schemas[name] = {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    ...(apply !== null && { "x-kubernetes-map-type": apply }),
  };
}

function schemaOf(type: GoType, schemas: Record<string, JsonObject>): JsonObject {
  switch (type.kind) {
    case "pointer":
      return schemaOf(type.of, schemas);
    case "struct":
      addStructure(type.name, schemas);
      // Beside a reference nothing else counts, so it stands in a list of its own.
      return { allOf: [{ $ref: `#/components/schemas/${type.name}` }] };
    case "list":
      return { type: "array", items: schemaOf(type.of, schemas) };
    case "map":
      return { type: "object", additionalProperties: schemaOf(type.of, schemas) };
    case "bool":
      return { type: "boolean" };
    case "int32":
    case "int64":
      return { type: "integer", format: type.kind };
    case "bytes":
      return { type: "string", format: "byte" };
    case "time":
      return { type: "string", format: "date-time" };
    case "quantity":
      return { oneOf: [{ type: "string" }, { type: "number" }] };
    case "int-or-string":
      return { format: "int-or-string", oneOf: [{ type: "integer" }, { type: "string" }] };
    case "raw":
      return { type: "object" };
    default:
      return { type: "string" };
  }
}

function extensionsOf({ kind }: GoType, { apply, applyKeys, patch, patchKey }: Field): JsonObject {
  const applied = kind === "list" ? "x-kubernetes-list-type" : "x-kubernetes-map-type";
  return {
    ...(apply !== null && { [applied]: apply }),
    ...(applyKeys.length > 0 && { "x-kubernetes-list-map-keys": applyKeys }),
    ...(patch.length > 0 && { "x-kubernetes-patch-strategy": patch.join(",") }),
    ...(patchKey !== null && { "x-kubernetes-patch-merge-key": patchKey }),
  };
}
