import { bodyBytes, type HttpRequest, type JsonObject, type Span } from "@irsa-sim/core";
import { BodyError, type DecodedObject, decodeObject, type ObjectKind } from "@irsa-sim/kubernetes-types";
import { KubernetesStatus, REFUSALS } from "../kubernetes-status.js";
import { recordRefusal } from "../record-refusal.js";
import { readBody } from "../routes/read-body.js";
import type { KubernetesObject } from "../storage/kubernetes-object.js";
import { apiVersionOf, type Resource } from "../storage/resources.js";
import type { Warnings } from "../warnings.js";
import { readFieldValidation, type VerbOptions } from "./read-field-validation.js";

/** A request with an object, and who is told of what is passed over. */
export interface ObjectRequest {
  readonly request: HttpRequest;
  readonly warnings: Warnings;
  readonly span: Span;
}

/** 400 for an object of the right kind that cannot be read. */
export class UnreadableObject extends KubernetesStatus {
  /** In the decoder's words. */
  readonly why: string;

  constructor({ kind, version }: ObjectKind, expected: ObjectKind, why: string) {
    super(400, "BadRequest", `${kind} in version ${JSON.stringify(version)} cannot be handled as a ${expected.kind}: ${why}`);
    this.why = why;
  }
}

/**
 * Reads the object of a request; absent `kind` and `apiVersion` are filled in, others must fit, and what is not known is dropped.
 *
 * @param options as messages name the parameters of the verb
 * @throws {KubernetesStatus} 400, 415, or 422 for a wrong `fieldValidation`
 * @see kubernetes-tokens.md, section 7; real-control-plane.md, section 3, point 8
 */
export function readObject(sent: ObjectRequest, resource: Resource, options: VerbOptions = "CreateOptions"): KubernetesObject {
  try {
    return read(sent, resource, options);
  } catch (error) {
    if (!(error instanceof KubernetesStatus)) throw error;
    const check = { check: "api-server.decoding", title: "object can be read", expected: `a ${resource.kind}`, reason: "unreadable" };
    throw recordRefusal(sent.span, check, error);
  }
}

function read({ request, warnings }: ObjectRequest, resource: Resource, options: VerbOptions): KubernetesObject {
  const { mediaType, text } = readBody(request, ["application/json", "application/yaml"], OBJECT_MEDIA_TYPES);
  const validation = readFieldValidation(request, options);
  const { object, actual, problems } = decodeOrRefuse(request, text, { expected: resource, mediaType });
  if (actual.version !== resource.version) {
    const [data, wanted] = [actual, resource].map(apiVersionOf);
    throw REFUSALS.badRequest(`the API version in the data (${data}) does not match the expected API version (${wanted})`);
  }
  if (validation === "Strict" && problems.length > 0) throw new UnreadableObject(actual, resource, `strict decoding error: ${problems.join(", ")}`);
  if (validation === "Warn") for (const problem of problems) warnings.add(problem);
  return { ...object, kind: resource.kind, apiVersion: apiVersionOf(resource), metadata: (object.metadata ?? {}) as JsonObject };
}

/** As the 415 lists them; protobuf is accepted by the real server alone. */
const OBJECT_MEDIA_TYPES = ["application/json", "application/yaml", "application/vnd.kubernetes.protobuf"] as const;

function decodeOrRefuse(request: HttpRequest, text: string, options: Parameters<typeof decodeObject>[1]): DecodedObject {
  try {
    return decodeObject(text, options);
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    if (error.actual !== null) throw new UnreadableObject(error.actual, options.expected, error.message);
    throw REFUSALS.badRequest(
      `the object provided is unrecognized (must be of type ${options.expected.kind}): ${error.message} (${summaryOf(bodyBytes(request))})`,
    );
  }
}

const SUMMARY_BYTES = 30;

/** The beginning of a body: as it is where it may be JSON, else in hexadecimal digits. */
function summaryOf(body: Uint8Array): string {
  if (body.length === 0) return "<empty>";
  const head = body.slice(0, SUMMARY_BYTES);
  const shown = body[0] === 0x7b ? new TextDecoder().decode(head) : [...head].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return body.length > SUMMARY_BYTES ? `${shown} ...` : shown;
}
