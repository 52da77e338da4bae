import type { JsonObject } from "@irsa-sim/core";
import { BodyError, DecodingError, decodeStructure, EXACT, type GoValue, parseGoJson, parseGoYaml, recognise } from "@irsa-sim/kubernetes-types";
import { WebhookCallError } from "./webhook-call-error.js";

/** What an answer says that it is. */
export interface ReviewFrame {
  readonly kind: string;
  readonly apiVersion: string;
}

/** An answer's `response`. */
export interface ReviewResponse {
  readonly uid?: string;
  readonly allowed?: boolean;
  readonly status?: { readonly code?: number; readonly message?: string; readonly reason?: string; readonly details?: JsonObject };
  /** Base64. */
  readonly patch?: string;
  readonly patchType?: string;
  readonly warnings?: readonly string[];
}

const VERSIONS = ["admission.k8s.io/v1", "admission.k8s.io/v1beta1"];
/** Where the API server's types for webhooks are registered, as its messages name it. */
const SCHEME = "pkg/runtime/scheme.go:111";

/**
 * Reads the text of an answer, JSON or YAML, by the types of the API server.
 *
 * @param expected such as `admission.k8s.io/v1`, of the review that was sent
 * @throws {WebhookCallError} in Kubernetes' words
 */
export function decodeReviewAnswer(text: string, expected: string): { readonly frame: ReviewFrame; readonly response: ReviewResponse | null } {
  try {
    const document = /^\s*\{/.test(text) ? parsedJson(text) : parseGoYaml(text).value;
    const [group = "", version = ""] = expected.split("/");
    const { kind, group: ownGroup, version: ownVersion } = recognise(document, { kind: "AdmissionReview", group, version });
    const own = ownGroup === "" ? ownVersion : `${ownGroup}/${ownVersion}`;
    if (kind !== "AdmissionReview" || !VERSIONS.includes(own))
      throw new WebhookCallError(`failed to call webhook: no kind "${kind}" is registered for version "${own}" in scheme "${SCHEME}"`);
    if (own !== expected) {
      const [from, to] = [own, expected].map((one) => `(${one.split("/")[1]}.AdmissionReview)`);
      throw new WebhookCallError(`failed to call webhook: converting ${from} to ${to}: unknown conversion`);
    }
    const { object, error } = decodeStructure(document, "v1.AdmissionReview", EXACT);
    if (error !== null) throw error;
    const { kind: written = "", apiVersion = "", response } = object as Partial<ReviewFrame> & { readonly response?: ReviewResponse };
    return { frame: { kind: written, apiVersion }, response: response ?? null };
  } catch (error) {
    if (!(error instanceof BodyError) && !(error instanceof DecodingError)) throw error;
    throw new WebhookCallError(`failed to call webhook: ${error.message}`);
  }
}

function parsedJson(text: string): GoValue {
  try {
    return parseGoJson(text);
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    throw new DecodingError(`couldn't get version/kind; json parse error: ${error.message}`);
  }
}
