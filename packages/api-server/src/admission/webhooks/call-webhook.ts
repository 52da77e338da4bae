import { type HttpRequest, type HttpResponse, NetworkError, trustAnchors } from "@irsa-sim/core";
import type { AdmissionContext } from "../admission-context.js";
import type { Pod } from "../pod.js";
import { buildAdmissionReview } from "./build-admission-review.js";
import { decodeCaBundle } from "./decode-ca-bundle.js";
import { describeHttpFailure } from "./describe-http-failure.js";
import { describeNetworkError } from "./describe-network-error.js";
import { parseReviewAnswer, type ReviewAnswer } from "./parse-review-answer.js";
import { WebhookCallError } from "./webhook-call-error.js";
import type { MutatingWebhook, WebhookClientConfig } from "./webhook-configuration.js";

const KNOWN_VERSIONS = ["v1", "v1beta1"];

/**
 * Asks one webhook about one pod, over the network.
 *
 * @throws {WebhookCallError} when no answer came that counts
 */
export async function callWebhook(webhook: MutatingWebhook, pod: Pod, context: AdmissionContext): Promise<ReviewAnswer> {
  const version = webhook.admissionReviewVersions.find((candidate) => KNOWN_VERSIONS.includes(candidate));
  if (version === undefined) throw new Error(`the stored webhook ${webhook.name} knows no version of AdmissionReview`);
  const review = { apiVersion: `admission.k8s.io/${version}`, uid: context.random.uuid() };
  const url = webhookUrl(webhook);
  const body = JSON.stringify(buildAdmissionReview(pod, { ...review, namespace: context.namespace, user: context.user, isDryRun: context.store.isDry }));
  const headers = { accept: "application/json, */*", "content-type": "application/json" };
  const response = await send({ method: "POST", url, headers, body }, webhook, context);
  if (response.status < 200 || response.status > 206) throw new WebhookCallError(`failed to call webhook: ${describeHttpFailure(response)}`);
  return parseReviewAnswer(response, review);
}

async function send(request: HttpRequest, { clientConfig, timeoutSeconds }: MutatingWebhook, { network, span }: AdmissionContext): Promise<HttpResponse> {
  const tls = trustAnchors(decodeCaBundle(clientConfig.caBundle ?? ""));
  try {
    return await network.send(request, span, { name: "AdmissionReview", tls, timeoutMs: timeoutSeconds * 1000 });
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    const post = `Post "${withPort(request.url, clientConfig)}"`;
    throw new WebhookCallError(`failed to call webhook: ${post}: ${describeNetworkError(error, clientConfig)}`, error);
  }
}

function webhookUrl({ clientConfig: { service, url = "" }, timeoutSeconds }: MutatingWebhook): string {
  const timeout = `timeout=${timeoutSeconds}s`;
  if (service === undefined) return `${url}${url.includes("?") ? "&" : "?"}${timeout}`;
  return new URL(`https://${service.name}.${service.namespace}.svc:${service.port}${service.path ?? "/"}?${timeout}`).href;
}

/** In messages the port of a Service stands even where it is the scheme's own. */
function withPort(url: string, { service }: WebhookClientConfig): string {
  return service?.port === 443 ? url.replace(".svc/", ".svc:443/") : url;
}
