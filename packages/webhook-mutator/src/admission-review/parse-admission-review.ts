/**
 * AdmissionReview as far as the webhook reads it; group, version and kind are not checked.
 *
 * Differs from the webhook for bodies that are not JSON: of a fault in YAML only the line is told in upstream's words, and protobuf is not read.
 * @see webhook.md, sections 9.2 and 9.4
 */

import { findSyntaxError } from "@irsa-sim/kubernetes-types";
import { parseAllDocuments } from "yaml";
import { type Place, unmarshalError } from "../kubernetes-types/unmarshal-error.js";
import type { AdmissionReview } from "./admission-review.js";
import { ReviewError } from "./review-error.js";

const VERSION_AND_KIND = `struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`;

/**
 * Reads a review.
 *
 * @throws {ReviewError} for what is answered with a denial
 */
export function parseAdmissionReview(body: string): AdmissionReview {
  const document = parseDocument(body);
  if (document === null) throw new ReviewError("bad content");
  if (!isObject(document)) throw notVersionAndKind(unmarshalError(document, VERSION_AND_KIND, { structure: null, path: [] }).message);
  const { kind, apiVersion } = readVersionAndKind(document);
  const { request = null } = document;
  if (request === null) throw new ReviewError("bad content", { kind, apiVersion });
  if (!isObject(request)) {
    const problem = unmarshalError(request, "v1.AdmissionRequest", { structure: "AdmissionReview", path: ["request"] });
    throw new ReviewError(problem.message, { kind, apiVersion });
  }
  return { kind, apiVersion, ...readRequest(request, { kind, apiVersion }) };
}

function parseDocument(body: string): unknown {
  const text = body.replace(/^\ufeff/, "").trim();
  if (text === "") return null;
  const problem = findSyntaxError(text);
  if (problem === null) return JSON.parse(text);
  if (text.startsWith("{")) throw notVersionAndKind(problem);
  return parseYaml(body);
}

function parseYaml(body: string): unknown {
  const [document, ...more] = parseAllDocuments(body, { uniqueKeys: false, logLevel: "silent" });
  const [error] = document?.errors ?? [];
  if (document === undefined || more.length > 0) return body;
  if (error !== undefined) throw new ReviewError(`yaml: line ${error.linePos?.[0].line ?? 1}: ${error.message.split(" at line")[0] ?? ""}`);
  return document.toJS({ maxAliasCount: 100 });
}

function notVersionAndKind(message: string): ReviewError {
  return new ReviewError(`couldn't get version/kind; json parse error: ${message}`);
}

function readVersionAndKind(document: Readonly<Record<string, unknown>>): { readonly kind: string; readonly apiVersion: string } {
  const read = (key: string): string => {
    const value = document[key] ?? "";
    if (typeof value !== "string") throw notVersionAndKind(unmarshalError(value, "string", { structure: "", path: [key] }).message);
    return value;
  };
  return { apiVersion: read("apiVersion"), kind: read("kind") };
}

const REQUEST_TYPES: Readonly<Record<string, string>> = { uid: "types.UID", namespace: "string" };

/** In the order of the document: what stands before a member of the wrong kind is echoed. */
function readRequest(request: Readonly<Record<string, unknown>>, echoed: Partial<AdmissionReview>): Pick<AdmissionReview, "uid" | "namespace" | "object"> {
  const read = { uid: "", namespace: "" };
  for (const [key, value] of Object.entries(request)) {
    const type = REQUEST_TYPES[key];
    if (type === undefined || value === null) continue;
    const place: Place = { structure: "AdmissionRequest", path: ["request", key] };
    if (typeof value !== "string") throw new ReviewError(unmarshalError(value, type, place).message, { ...echoed, ...read });
    read[key as "uid" | "namespace"] = value;
  }
  const { object = null } = request;
  if (object === null) throw new ReviewError("unexpected end of JSON input", { ...echoed, ...read });
  return { ...read, object };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
