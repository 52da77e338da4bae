import { bodyText, type HttpRequest, type Json, type JsonObject } from "@irsa-sim/core";
import { findSyntaxError } from "@irsa-sim/kubernetes-types";
import { REFUSALS } from "../../kubernetes-status.js";

/** How a patch is to be taken. */
export type PatchType = "json" | "merge" | "strategic" | "apply";

const TYPES: Readonly<Record<string, PatchType>> = {
  "application/json-patch+json": "json",
  "application/merge-patch+json": "merge",
  "application/strategic-merge-patch+json": "strategic",
  "application/apply-patch+yaml": "apply",
  "application/apply-patch+json": "apply",
};

/**
 * The type of a request's patch.
 *
 * @throws {KubernetesStatus} 415
 */
export function readPatchType({ headers }: HttpRequest): PatchType {
  const type = TYPES[(headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? ""];
  if (type === undefined) throw REFUSALS.unsupportedPatch();
  return type;
}

/**
 * Reads a patch that is an object.
 *
 * @throws {KubernetesStatus} 400
 */
export function readMergePatch({ body }: HttpRequest): JsonObject {
  const value = parsePatch(bodyText({ body }));
  if (value === null) throw REFUSALS.badRequest("Invalid JSON Patch");
  const type = typeOf(value);
  if (type !== "object") throw REFUSALS.badRequest(`error decoding patch: json: cannot unmarshal ${type} into Go value of type map[string]interface {}`);
  return value as JsonObject;
}

/**
 * Reads a patch that is a list of operations.
 *
 * @throws {KubernetesStatus} 400
 */
export function readJsonPatch({ body }: HttpRequest): readonly JsonObject[] {
  const value = parsePatch(bodyText({ body }));
  if (!Array.isArray(value))
    throw REFUSALS.badRequest(`error decoding patch: json: cannot unmarshal ${typeOf(value)} into Go value of type []handlers.jsonPatchOp`);
  return value as readonly JsonObject[];
}

function parsePatch(text: string): Json {
  const problem = findSyntaxError(text);
  if (problem !== null) throw REFUSALS.badRequest(`error decoding patch: ${problem}`);
  return JSON.parse(text) as Json;
}

function typeOf(value: Json): string {
  if (Array.isArray(value)) return "array";
  return typeof value === "boolean" ? "bool" : typeof value;
}
