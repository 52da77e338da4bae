import type { Json } from "@irsa-sim/core";
import type { PatchContent, PatchOperation } from "./content.js";
import { textFromBase64 } from "./from-base64.js";
import { readJson } from "./read-json.js";

/** Decodes the base64 of a JSON Patch, as an AdmissionReview carries it; `null` when `text` is none. */
export function decodePatch(text: string): PatchContent | null {
  // Base64 of `[{` or `[]`, the only beginnings that JSON without leading blanks has.
  const json = /^W[13]/.test(text) ? textFromBase64(text) : null;
  const value = json === null ? null : readJson(json);
  return Array.isArray(value) && value.every(isOperation) ? { kind: "patch", text, operations: value } : null;
}

function isOperation(value: Json): value is Extract<Json, object> & PatchOperation {
  const { op, path } = (value ?? {}) as { readonly op?: unknown; readonly path?: unknown };
  return typeof op === "string" && typeof path === "string";
}
