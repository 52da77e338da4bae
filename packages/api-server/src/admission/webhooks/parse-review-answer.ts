import { bodyText, type HttpResponse, type JsonObject } from "@irsa-sim/core";
import { goQuoted } from "@irsa-sim/kubernetes-types";
import { PatchError } from "../../json-patch/patch-error.js";
import { readOperations } from "../../json-patch/read-operations.js";
import { decodeReviewAnswer, type ReviewFrame, type ReviewResponse } from "./decode-review-answer.js";
import { WebhookCallError } from "./webhook-call-error.js";

/** What a webhook decided. */
export interface ReviewAnswer {
  readonly isAllowed: boolean;
  /** Of a denial; empty where the webhook gave none. */
  readonly status: DenialStatus;
  /** The JSON Patch; `null` for none. */
  readonly patch: readonly JsonObject[] | null;
  /** What the client is told besides. */
  readonly warnings: readonly string[];
}

/** The Status of a denial, as the webhook has it. */
export interface DenialStatus {
  readonly code: number;
  readonly message: string;
  readonly reason: string;
  readonly details?: JsonObject;
}

/** The review that was sent. */
export interface SentReview {
  readonly apiVersion: string;
  readonly uid: string;
}

/**
 * Reads and checks an answer as the API server does; for v1beta1 it does not look at uid, kind and patch type.
 *
 * @throws {WebhookCallError} when the answer does not count
 * @see webhook.md, section 9.5
 */
export function parseReviewAnswer(answer: HttpResponse, sent: SentReview): ReviewAnswer {
  const body = bodyText(answer);
  if (body === "") {
    const contentType = answer.headers["content-type"] ?? "application/json";
    throw new WebhookCallError(`failed to call webhook: 0-length response with status code: ${answer.status} and content type: ${contentType}`);
  }
  const { frame, response } = decodeReviewAnswer(body, sent.apiVersion);
  if (response === null) throw invalidAnswer("webhook response was absent");
  if (sent.apiVersion === "admission.k8s.io/v1") checkFrame(frame, response, sent);
  const { allowed = false, patch = "", warnings = [] } = response;
  const { code = 0, message = "", reason = "", details } = response.status ?? {};
  const status = { code, message, reason, ...(details !== undefined && { details }) };
  const operations = allowed && patch !== "" ? operationsOf(patch) : null;
  // Of v1beta1 every patch counts as one of this type.
  if (operations !== null && sent.apiVersion === "admission.k8s.io/v1" && response.patchType !== "JSONPatch")
    throw new WebhookCallError(`unsupported patch type ${goQuoted(response.patchType ?? "")}`);
  return { isAllowed: allowed, status, patch: operations, warnings };
}

function checkFrame({ kind, apiVersion }: ReviewFrame, { uid = "", patch, patchType }: ReviewResponse, sent: SentReview): void {
  if (uid !== sent.uid) throw invalidAnswer(`expected response.uid="${sent.uid}", got "${uid}"`);
  if (kind !== "AdmissionReview" || apiVersion !== sent.apiVersion) {
    const got = `${apiVersion.includes("/") ? "" : "/"}${apiVersion}, Kind=${kind}`;
    throw invalidAnswer(`expected webhook response of ${sent.apiVersion}, Kind=AdmissionReview, got ${got}`);
  }
  if (patch && !patchType) throw invalidAnswer("webhook returned response.patch but not response.patchType");
  if (!patch && patchType) throw invalidAnswer("webhook returned response.patchType but not response.patch");
}

function invalidAnswer(why: string): WebhookCallError {
  return new WebhookCallError(`received invalid webhook response: ${why}`);
}

function operationsOf(patch: string): readonly JsonObject[] | null {
  try {
    const operations = readOperations(new TextDecoder().decode(Uint8Array.from(atob(patch), (character) => character.charCodeAt(0))));
    return operations.length === 0 ? null : operations;
  } catch (error) {
    if (!(error instanceof PatchError)) throw error;
    throw new WebhookCallError(`received undecodable patch in webhook response: ${error.message}`);
  }
}
