/**
 * Amazon's pod identity webhook: one AdmissionReview in, one answer out. It calls nobody.
 * Leaves out: container credentials (EKS Pod Identity), the ConfigMap, the grace period for unknown service accounts, metrics and debug routes.
 * @see webhook.md
 */
import { bodyText, type Handler, type HttpResponse, type Span } from "@irsa-sim/core";
import { type AdmissionReview, parseAdmissionReview } from "./admission-review/parse-admission-review.js";
import { allowed, denied } from "./admission-review/review-answer.js";
import { ReviewError } from "./admission-review/review-error.js";
import { decideIdentity, type ServiceAccount } from "./identity/decide-identity.js";
import { isRoleArn } from "./identity/is-role-arn.js";
import { podPatch } from "./json-patch/pod-patch.js";
import { DecodingError } from "./kubernetes-types/decoding-error.js";
import { decodePod } from "./kubernetes-types/pod.js";
import { mutatePod } from "./mutate-pod/mutate-pod.js";
import type { WebhookSettings } from "./settings.js";

/** The webhook's cache of service accounts. */
export interface ServiceAccountReader {
  /** `null` for one that the cache does not hold. */
  read(namespace: string, name: string): ServiceAccount | null;
}

/** What a webhook is made from. */
export interface WebhookOptions {
  readonly settings: WebhookSettings;
  readonly serviceAccounts: ServiceAccountReader;
}

/**
 * Creates the handler of `https://pod-identity-webhook.default.svc/mutate`; like the real one it does not look at the method.
 *
 * @see webhook.md, section 9.1
 */
export function createWebhook(options: WebhookOptions): Handler {
  return async (request, span) => {
    const { pathname, search } = new URL(request.url);
    if (pathname === "/healthz") return { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: "ok" };
    if (pathname !== "/mutate") return refused(404, "404 page not found\n");
    if (/;|%(?![\da-fA-F]{2})/.test(search)) return refused(400, '{"error": "error parsing form"}\n');
    if (request.headers["content-type"] !== "application/json") return refused(415, "Invalid Content-Type, expected `application/json`\n");
    const work = span.enter("Decide about the pod", { step: 1, actor: "webhook" });
    return { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: answerReview(options, bodyText(request), work) };
  };
}

/** From here on an error is a denial, never an HTTP status. */
function answerReview(options: WebhookOptions, body: string, span: Span): string {
  let review: Partial<AdmissionReview> = {};
  try {
    const parsed = parseAdmissionReview(body);
    review = parsed;
    return allowed(review, decidePatch(options, parsed, span));
  } catch (error) {
    if (!(error instanceof ReviewError) && !(error instanceof DecodingError)) throw error;
    span.note("webhook.denied", { message: error.message });
    return denied(error instanceof ReviewError ? error.review : review, error.message);
  }
}

/** `null` leaves the pod alone. */
function decidePatch({ settings, serviceAccounts }: WebhookOptions, { namespace, object }: AdmissionReview, span: Span): string | null {
  const pod = decodePod(object);
  const name = pod.spec?.serviceAccountName ?? "";
  const identity = decideIdentity(serviceAccounts.read(namespace, name), settings);
  const roleArn = identity.outcome === "mutate" ? identity.roleArn : null;
  const annotation = `${settings.annotationPrefix}/role-arn`;
  span.note("webhook.decision", { outcome: identity.outcome, reason: identity.reason, serviceAccount: `${namespace}/${name}`, roleArn, annotation });
  if (identity.outcome === "leave-alone") return null;
  if (!isRoleArn(identity.roleArn)) span.note("webhook.role-arn-malformed", { roleArn: identity.roleArn });
  const patch = podPatch(pod, mutatePod(pod, identity, settings));
  span.note("webhook.patch", { patch });
  return patch;
}

function refused(status: number, body: string): HttpResponse {
  return { status, headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" }, body };
}
