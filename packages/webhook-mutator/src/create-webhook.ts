/**
 * Amazon's pod identity webhook: one AdmissionReview in, one answer out. It calls nobody.
 * Leaves out: container credentials (EKS Pod Identity), the ConfigMap, the grace period for unknown service accounts, metrics.
 * @see webhook.md
 */
import { bodyText, type Handler, type HttpResponse, type Span } from "@irsa-sim/core";
import { type AdmissionReview, allowed, denied, parseAdmissionReview, ReviewError } from "./admission-review.js";
import { decideIdentity, type ServiceAccount } from "./identity/decide-identity.js";
import { mutatePod } from "./mutation/mutate-pod.js";
import type { Pod } from "./mutation/pod.js";
import { QuantityError } from "./patch/canonical-quantity.js";
import { podPatch } from "./patch/pod-patch.js";
import type { WebhookSettings } from "./settings.js";

/** The webhook's cache of service accounts. */
export interface ServiceAccountReader {
  /** `null` for an unknown one. */
  read(namespace: string, name: string): ServiceAccount | null;
}

/** What a webhook is made from. */
export interface WebhookOptions {
  readonly settings: WebhookSettings;
  readonly serviceAccounts: ServiceAccountReader;
}

/** Creates the handler of `POST /mutate`. */
export function createWebhook(options: WebhookOptions): Handler {
  return async (request, span) => {
    if (new URL(request.url).pathname !== "/mutate") return plain(404, "404 page not found\n");
    if (request.headers["content-type"] !== "application/json") return plain(415, "Invalid Content-Type, expected `application/json`\n");
    return { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: answer(options, bodyText(request), span) };
  };
}

/** An error is a denial, never an HTTP status. */
function answer(options: WebhookOptions, body: string, span: Span): string {
  let review: AdmissionReview | null = null;
  try {
    review = parseAdmissionReview(body);
    return allowed(review, decide(options, review, span));
  } catch (error) {
    if (!(error instanceof ReviewError) && !(error instanceof QuantityError)) throw error;
    span.enter("Answer the review", { step: 1, actor: "webhook" }).note("webhook.denied", { message: error.message });
    return denied(error instanceof ReviewError ? error.review : (review ?? {}), error.message);
  }
}

function decide({ settings, serviceAccounts }: WebhookOptions, review: AdmissionReview, span: Span): string | null {
  const pod = review.object as Pod;
  const name = pod.spec?.serviceAccountName ?? "";
  const identity = decideIdentity(serviceAccounts.read(review.namespace, name), settings);
  const work = span.enter("Decide about the pod", { step: 1, actor: "webhook" });
  const about = { serviceAccount: `${review.namespace}/${name}`, annotation: `${settings.annotationPrefix}/role-arn` };
  if (identity.outcome === "leave-alone") {
    work.note("webhook.decision", { outcome: identity.outcome, reason: identity.reason, ...about });
    return null;
  }
  const patch = podPatch(mutatePod(pod, identity, settings));
  work.note("webhook.decision", { outcome: identity.outcome, reason: "role-annotation", roleArn: identity.roleArn, ...about, patch });
  return patch;
}

function plain(status: number, body: string): HttpResponse {
  return { status, headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" }, body };
}
