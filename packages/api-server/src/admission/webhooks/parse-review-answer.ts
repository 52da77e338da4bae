import { WebhookCallError } from "./webhook-call-error.js";

/** What a webhook decided. */
export interface ReviewAnswer {
  readonly isAllowed: boolean;
  /** Of a denial; 0 and empty where the webhook gave none. */
  readonly status: { readonly code: number; readonly message: string; readonly reason: string };
  /** The JSON Patch's text; `null` for none. */
  readonly patch: string | null;
}

/** The review that was sent. */
export interface SentReview {
  readonly apiVersion: string;
  readonly uid: string;
}

interface Answer {
  readonly kind?: string;
  readonly apiVersion?: string;
  readonly response?: Response | null;
}

interface Response {
  readonly uid?: string;
  readonly allowed?: boolean;
  readonly status?: { readonly code?: number; readonly message?: string; readonly reason?: string } | null;
  readonly patch?: string | null;
  readonly patchType?: string | null;
}

/**
 * Reads and checks an answer as the API server does; for v1beta1 it does not look at uid, kind and patch type.
 *
 * @throws {WebhookCallError} when the answer does not count
 * @see webhook.md, section 9.5
 */
export function parseReviewAnswer(body: string, sent: SentReview): ReviewAnswer {
  const answer = parseObject(body);
  const { response } = answer;
  if (typeof response !== "object" || response === null) throw invalidAnswer("webhook response was absent");
  if (sent.apiVersion === "admission.k8s.io/v1") checkFrame(answer, response, sent);
  const { code = 0, message = "", reason = "" } = response.status ?? {};
  const patch = response.patch ? decodeBase64(response.patch) : null;
  return { isAllowed: response.allowed === true, status: { code, message, reason }, patch };
}

function checkFrame({ kind = "", apiVersion = "" }: Answer, { uid = "", patch, patchType }: Response, sent: SentReview): void {
  if (uid !== sent.uid) throw invalidAnswer(`expected response.uid="${sent.uid}", got "${uid}"`);
  if (kind !== "AdmissionReview" || apiVersion !== sent.apiVersion) {
    const got = `${apiVersion.includes("/") ? "" : "/"}${apiVersion}, Kind=${kind}`;
    throw invalidAnswer(`expected webhook response of ${sent.apiVersion}, Kind=AdmissionReview, got ${got}`);
  }
  if (patch && !patchType) throw invalidAnswer("webhook returned response.patch but not response.patchType");
  if (!patch && patchType) throw invalidAnswer("webhook returned response.patchType but not response.patch");
  if (patchType && patchType !== "JSONPatch") throw invalidAnswer(`webhook returned invalid response.patchType of "${patchType}"`);
}

function invalidAnswer(why: string): WebhookCallError {
  return new WebhookCallError(`received invalid webhook response: ${why}`);
}

function parseObject(body: string): Answer {
  const value = parseJson(body);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Answer;
  throw new WebhookCallError("failed to call webhook: the answer is no JSON object");
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

function decodeBase64(text: string): string {
  if (!/^[A-Za-z\d+/]*={0,2}$/.test(text) || text.length % 4 !== 0) throw new WebhookCallError("failed to call webhook: illegal base64 data in response.patch");
  return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
}
