/**
 * Mutating admission webhooks, one after another, before the pod is stored.
 * Leaves out: reinvocation, namespace selectors, match conditions, AdmissionReview v1beta1.
 * @see kubernetes-tokens.md, section 8; webhook.md, section 9.5
 */
import { bodyText, type JsonObject, type Network, NetworkError, type Random, type Span, trustAnchors } from "@irsa-sim/core";
import { applyPatch } from "rfc6902";
import { REFUSALS } from "../kubernetes-status.js";
import type { ObjectStore } from "../storage/object-store.js";
import { resourceOf } from "../storage/resources.js";
import type { User } from "../users.js";
import { parseReviewAnswer, ReviewAnswerError } from "./parse-review-answer.js";
import { type Pod, podName } from "./pod.js";
import { isAskedAbout, type MutatingWebhook } from "./webhook-configuration.js";

/** What calling webhooks takes. */
export interface WebhookAdmission {
  readonly namespace: string;
  readonly user: User;
  readonly store: ObjectStore;
  readonly network: Network;
  readonly random: Random;
  readonly span: Span;
}

/** @throws {KubernetesStatus} when a webhook denies, or fails under the policy `Fail` */
export async function admitByWebhooks(pod: Pod, admission: WebhookAdmission): Promise<Pod> {
  let admitted = pod;
  for (const configuration of admission.store.list(resourceOf("MutatingWebhookConfiguration"), null)) {
    for (const webhook of configuration.webhooks as unknown as readonly MutatingWebhook[]) {
      if (isAskedAbout(webhook, admitted)) admitted = await ask(webhook, admitted, admission);
    }
  }
  return admitted;
}

async function ask(webhook: MutatingWebhook, pod: Pod, admission: WebhookAdmission): Promise<Pod> {
  const { span } = admission;
  try {
    const patch = await call(webhook, pod, admission);
    span.check({
      check: "admission.webhook",
      title: "webhook answered",
      passed: true,
      expected: { value: "AdmissionReview v1" },
      actual: { value: patch === null ? "allowed, unchanged" : "allowed, with a JSON Patch" },
    });
    return patch === null ? pod : patched(pod, patch);
  } catch (error) {
    if (!(error instanceof ReviewAnswerError)) throw error;
    const policy = webhook.failurePolicy ?? "Fail";
    span.check({
      check: "admission.webhook",
      title: "webhook answered",
      passed: policy === "Ignore",
      expected: { value: `AdmissionReview v1, or failurePolicy Ignore` },
      actual: { value: `${error.message}, failurePolicy ${policy}` },
      reason: "call-failed",
    });
    if (policy === "Fail") throw REFUSALS.webhookFailed(webhook.name, error.message);
    span.note("api-server.webhook-ignored", { message: `Failed calling webhook, failing open ${webhook.name}: ${error.message}` });
    return pod;
  }
}

/** @returns the patch's text, or `null` when the pod stays as it is */
async function call(webhook: MutatingWebhook, pod: Pod, { namespace, user, network, random, span }: WebhookAdmission): Promise<string | null> {
  const { service, caBundle } = webhook.clientConfig;
  const timeoutSeconds = webhook.timeoutSeconds ?? 10;
  const port = service.port === undefined || service.port === 443 ? "" : `:${service.port}`;
  const url = `https://${service.name}.${service.namespace}.svc${port}${service.path ?? "/"}?timeout=${timeoutSeconds}s`;
  const uid = random.uuid();
  const request = {
    method: "POST",
    url,
    headers: { "content-type": "application/json", accept: "application/json, */*" },
    body: JSON.stringify({ kind: "AdmissionReview", apiVersion: "admission.k8s.io/v1", request: reviewRequest({ uid, namespace, user }, pod) }),
  };
  const options = { name: "AdmissionReview", tls: trustAnchors([atob(caBundle)]), timeoutMs: timeoutSeconds * 1000 };
  const response = await network.send(request, span, options).catch((error: unknown) => {
    if (error instanceof NetworkError) throw new ReviewAnswerError(`failed to call webhook: Post "${url}": ${error.message}`);
    throw error;
  });
  if (response.status !== 200) throw new ReviewAnswerError(`failed to call webhook: the server responded with the status code ${response.status}`);
  const answer = parseReviewAnswer(bodyText(response), uid);
  if (!answer.allowed) throw REFUSALS.webhookDenied(webhook.name, answer.message);
  return answer.patch;
}

function reviewRequest({ uid, namespace, user }: { readonly uid: string; readonly namespace: string; readonly user: User }, pod: Pod): JsonObject {
  const kind = { group: "", version: "v1", kind: "Pod" };
  const resource = { group: "", version: "v1", resource: "pods" };
  return {
    uid,
    kind,
    resource,
    requestKind: kind,
    requestResource: resource,
    name: podName(pod),
    namespace,
    operation: "CREATE",
    userInfo: { username: user.name, uid: user.uid, groups: [...user.groups] },
    object: pod as unknown as JsonObject,
    oldObject: null,
    dryRun: false,
    options: { kind: "CreateOptions", apiVersion: "meta.k8s.io/v1" },
  };
}

function patched(pod: Pod, patch: string): Pod {
  const copy = structuredClone(pod);
  const problem = applyPatch(copy, JSON.parse(patch) as Parameters<typeof applyPatch>[1]).find((result) => result !== null);
  if (problem) throw REFUSALS.patchFailed(problem.message);
  return copy;
}
