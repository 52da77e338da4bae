/**
 * AdmissionReview as far as the webhook reads it; group, version and kind are not checked.
 *
 * Differs from the webhook for bodies that are not JSON: of a fault in YAML only the line is told in upstream's words, and protobuf is not read.
 * @see webhook.md, sections 9.2 and 9.4
 */
import type { JsonObject } from "@irsa-sim/core";
import { BodyError, DecodingError, decodeStructure, EXACT, type GoValue, parseGoJson, parseGoYaml, recognise } from "@irsa-sim/kubernetes-types";
import type { AdmissionReview } from "./admission-review.js";
import { ReviewError } from "./review-error.js";

/**
 * Reads a review.
 *
 * @throws {ReviewError} for what is answered with a denial
 */
export function parseAdmissionReview(body: string): AdmissionReview {
  const document = parseDocument(body);
  checkVersionAndKind(document);
  const { object: review, error } = decodeStructure(document, "v1.AdmissionReview", EXACT);
  const { kind = "", apiVersion = "", request } = review as { readonly kind?: string; readonly apiVersion?: string; readonly request?: JsonObject };
  const { uid = "", namespace = "" } = (request ?? {}) as { readonly uid?: string; readonly namespace?: string };
  const read = { kind, apiVersion, uid, namespace };
  if (error !== null) throw new ReviewError(error.message, read);
  if (request === undefined) throw new ReviewError("bad content", { kind, apiVersion });
  const object = lastIn(membersNamed(document, "request"), "object");
  if (object === null) throw new ReviewError("unexpected end of JSON input", read);
  return { ...read, object };
}

function parseDocument(body: string): GoValue {
  const text = body.replace(/^\ufeff/, "").trim();
  if (text === "") return { kind: "null" };
  try {
    return parseGoJson(text);
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    if (text.startsWith("{")) throw new ReviewError(`couldn't get version/kind; json parse error: ${error.message}`);
    return parseYaml(body);
  }
}

function parseYaml(body: string): GoValue {
  try {
    return parseGoYaml(body).value;
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    throw new ReviewError(error.message);
  }
}

/** Only that they can be read. */
function checkVersionAndKind(document: GoValue): void {
  try {
    recognise(document, { kind: "", group: "", version: "" });
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    throw new ReviewError(error.message);
  }
}

/** All members of that name, as one: what stands twice is merged. */
function membersNamed(value: GoValue, name: string): readonly (readonly [string, GoValue])[] {
  const members = value.kind === "object" ? value.members : [];
  return members.flatMap(([key, member]) => (key === name && member.kind === "object" ? member.members : []));
}

/** The last that is not `null`. */
function lastIn(members: readonly (readonly [string, GoValue])[], name: string): GoValue | null {
  return members.findLast(([key, member]) => key === name && member.kind !== "null")?.[1] ?? null;
}
