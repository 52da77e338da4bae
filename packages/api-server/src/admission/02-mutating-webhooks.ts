/**
 * Mutating admission webhooks, one after another, before the pod is stored.
 * Leaves out: match conditions, and audit annotations in answers.
 * @see kubernetes-tokens.md, section 8; webhook.md, section 9.5
 */
import { type Json, NetworkError, type Span } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import { isSame } from "../storage/is-same.js";
import { resourceOf } from "../storage/resources.js";
import { applyPodDefaults } from "./03-defaulting.js";
import type { AdmissionContext } from "./admission-context.js";
import type { Pod } from "./pod.js";
import { applyJsonPatch } from "./webhooks/apply-json-patch.js";
import { callWebhook } from "./webhooks/call-webhook.js";
import { decideWhetherToAsk } from "./webhooks/decide-whether-to-ask.js";
import type { AskedWebhook } from "./webhooks/find-webhooks-to-ask-again.js";
import type { ReviewAnswer } from "./webhooks/parse-review-answer.js";
import { WebhookCallError } from "./webhooks/webhook-call-error.js";
import type { MutatingWebhook } from "./webhooks/webhook-configuration.js";

/** What came of asking every webhook once. */
export interface WebhookRound {
  readonly pod: Pod;
  /** In order; those that were not asked are left out. */
  readonly asked: readonly AskedWebhook[];
}

/**
 * Asks each webhook that is registered for the creation of pods, configurations in order of their names; defaults follow on each patch.
 *
 * @param only the webhooks of a second round; all that are registered where it is absent
 * @throws {KubernetesStatus} when a webhook denies, or fails under the policy `Fail`
 */
export async function admitByWebhooks(pod: Pod, context: AdmissionContext, only?: readonly MutatingWebhook[]): Promise<WebhookRound> {
  let admitted = pod;
  const asked: AskedWebhook[] = [];
  for (const webhook of only ?? registeredWebhooks(context)) {
    const namespaceLabels = context.store.read(resourceOf("Namespace"), null, context.namespace)?.metadata.labels ?? {};
    const decision = decideWhetherToAsk(webhook, { labels: admitted.metadata.labels ?? {}, namespaceLabels });
    if (!decision.isAsked) {
      context.span.note("admission.webhook-not-asked", { webhook: webhook.name, reason: decision.reason });
      continue;
    }
    const patched = await admitByWebhook(webhook, admitted, context);
    asked.push({ webhook, hasChanged: !isSame(patched, admitted) });
    admitted = patched;
  }
  return { pod: admitted, asked };
}

function registeredWebhooks({ store }: AdmissionContext): readonly MutatingWebhook[] {
  const configurations = [...store.list(resourceOf("MutatingWebhookConfiguration"), null)];
  configurations.sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  return configurations.flatMap(({ webhooks = [] }) => webhooks as unknown as readonly MutatingWebhook[]);
}

async function admitByWebhook(webhook: MutatingWebhook, pod: Pod, context: AdmissionContext): Promise<Pod> {
  const answer = await askWebhook(webhook, pod, context);
  if (answer === null) return pod;
  for (const warning of answer.warnings) if (warning !== "") context.warn(warning);
  recordAnswer(context.span, { webhook, passed: answer.isAllowed, actual: describeAnswer(answer), reason: "denied" });
  if (!answer.isAllowed) throw REFUSALS.webhookDenied(webhook.name, answer.status);
  return answer.patch === null ? pod : applyPodDefaults(applyJsonPatch(pod, answer.patch));
}

/** `null` when the call failed and the policy is to go on without. */
async function askWebhook(webhook: MutatingWebhook, pod: Pod, context: AdmissionContext): Promise<ReviewAnswer | null> {
  try {
    return await callWebhook(webhook, pod, context);
  } catch (error) {
    if (!(error instanceof WebhookCallError)) throw error;
    const { failurePolicy } = webhook;
    const code = error.cause instanceof NetworkError ? error.cause.code : null;
    recordAnswer(context.span, { webhook, passed: false, actual: error.message, reason: "call-failed", details: { failurePolicy, code } });
    if (failurePolicy !== "Ignore") throw REFUSALS.webhookFailed(webhook.name, error.message);
    context.span.note("admission.webhook-ignored", {
      webhook: webhook.name,
      message: `Failed calling webhook, failing open ${webhook.name}: ${error.message}`,
    });
    return null;
  }
}

interface AnswerRecord {
  readonly webhook: MutatingWebhook;
  readonly passed: boolean;
  readonly actual: string;
  readonly reason: string;
  readonly details?: Json;
}

function recordAnswer(span: Span, { webhook, passed, actual, reason, details }: AnswerRecord): void {
  span.check({
    check: "admission.webhook",
    title: "webhook lets the pod through",
    passed,
    expected: { value: `${webhook.name} answers allowed: true` },
    actual: { value: actual },
    ...(passed ? {} : { reason }),
    ...(details === undefined ? {} : { details }),
  });
}

function describeAnswer({ isAllowed, status, patch }: ReviewAnswer): string {
  if (!isAllowed) return `allowed: false, ${status.message || status.reason || "without explanation"}`;
  return patch === null ? "allowed: true, unchanged" : "allowed: true, with a JSON Patch";
}
