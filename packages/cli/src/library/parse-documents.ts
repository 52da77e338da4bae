import type { Json, JsonObject } from "@irsa-sim/core";
import { createProblemList, parseFile, toJson } from "@irsa-sim/documents";
import { DocumentError } from "./errors/document-error.js";
import { OptionsError } from "./errors/options-error.js";

/**
 * Reads Kubernetes objects.
 *
 * @param documents YAML or JSON as text, several documents and lists too; or objects, which stay as they are
 * @throws {DocumentError} `ERR_LIBRARY_DOCUMENT`
 * @throws {OptionsError} `ERR_LIBRARY_OPTIONS` for what is neither text nor objects
 * @example parseDocuments("kind: ServiceAccount\napiVersion: v1\nmetadata: { name: mine }")[0]?.kind // => "ServiceAccount"
 */
export function parseDocuments(documents: string | JsonObject | readonly JsonObject[]): readonly JsonObject[] {
  if (typeof documents !== "string") return [documents].flat().map(objectOf);
  const problems = createProblemList((found, count) => new DocumentError(found, count));
  const trees = parseFile({ file: "the text", text: documents, dialect: "kubernetes" }, problems);
  problems.throwIfAny();
  const objects = trees.map((tree) => {
    const value = toJson(tree);
    if (isObject(value)) return value;
    problems.add(tree.place, { message: "no Kubernetes object", expected: "an object with apiVersion, kind and metadata" });
    return {};
  });
  problems.throwIfAny();
  return objects.flatMap((object) => (object.kind === "List" && Array.isArray(object.items) ? (object.items as readonly JsonObject[]) : [object]));
}

/** As it was given by a program that nobody compiled. */
function objectOf(value: Json): JsonObject {
  if (isObject(value)) return value;
  throw new OptionsError(`apply: expected Kubernetes objects, or YAML as text; found ${JSON.stringify(value)}`);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
