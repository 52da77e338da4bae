import type { Json, JsonObject } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import type { KubernetesObject } from "../storage/kubernetes-object.js";
import { apiVersionOf, type Resource } from "../storage/resources.js";
import { DecodingError, decodeStructure } from "./decode-structure.js";

/**
 * Reads an object of a resource from a body; absent `kind` and `apiVersion` are filled in, others must fit.
 *
 * Differs from the API server in the tail of the message for a body that is no JSON, which there quotes the decoder and the body's bytes.
 * @throws {KubernetesStatus} 400
 */
export function decodeObject(body: string, resource: Resource): KubernetesObject {
  const object = parseObject(body, resource);
  const expected = { kind: resource.kind, apiVersion: apiVersionOf(resource) };
  const { kind = expected.kind, apiVersion = expected.apiVersion } = object;
  const cannotBeHandled = (why: string) =>
    REFUSALS.badRequest(`${String(kind)} in version "${String(apiVersion).split("/").at(-1)}" cannot be handled as a ${resource.kind}: ${why}`);
  if (kind !== expected.kind) {
    throw cannotBeHandled(`no kind "${String(kind)}" is registered for version "${String(apiVersion)}" in scheme "pkg/api/legacyscheme/scheme.go:30"`);
  }
  if (apiVersion !== expected.apiVersion) {
    throw REFUSALS.badRequest(`the API version in the data (${String(apiVersion)}) does not match the expected API version (${expected.apiVersion})`);
  }
  try {
    const decoded = decodeStructure(resource.kind, { ...expected, ...object });
    return { ...decoded, metadata: (decoded.metadata ?? {}) as JsonObject };
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    throw cannotBeHandled(error.message);
  }
}

function parseObject(body: string, { kind }: Resource): JsonObject {
  const value = parseJson(body);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw REFUSALS.badRequest(`the object provided is unrecognized (must be of type ${kind}): couldn't get version/kind; json parse error: not a JSON object`);
}

function parseJson(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
