/** `/mutate`: from a review to its answer (webhook.md, section 9). */
import { bodyText, type Handler, type Random, type Span } from "@irsa-sim/core";
import { DecodingError } from "@irsa-sim/kubernetes-types";
import type { AdmissionReview } from "../admission-review/admission-review.js";
import { parseAdmissionReview } from "../admission-review/parse-admission-review.js";
import { allowed, denied } from "../admission-review/review-answer.js";
import { ReviewError } from "../admission-review/review-error.js";
import type { ConfigMapCache } from "../caches/config-map-cache.js";
import type { ContainerCredentialsSet } from "../caches/container-credentials-set.js";
import type { ServiceAccountCache } from "../caches/service-account-cache.js";
import type { AwaitServiceAccount } from "../identity/await-service-account.js";
import { decideIdentity, type IdentityDecision } from "../identity/decide-identity.js";
import { findIgnoredOptions, type IgnoredOption } from "../identity/find-ignored-options.js";
import { isRoleArn } from "../identity/is-role-arn.js";
import { podPatch } from "../json-patch/pod-patch.js";
import { decodePod, type Pod } from "../kubernetes-types/pod.js";
import type { Metrics } from "../metrics/metrics.js";
import { findDroppedFields } from "../mutate-pod/find-dropped-fields.js";
import { mutatePod } from "../mutate-pod/mutate-pod.js";
import { podTokenOf } from "../mutate-pod/pod-token.js";
import type { WebhookSettings } from "../settings.js";
import { answerError, answerText } from "./answer.js";

/** What a decision is made from. */
export interface MutateParts {
  readonly settings: WebhookSettings;
  readonly serviceAccounts: ServiceAccountCache;
  readonly configMap: ConfigMapCache;
  readonly containerCredentials: ContainerCredentialsSet;
  readonly awaitServiceAccount: AwaitServiceAccount;
  readonly metrics: Metrics;
  readonly random: Pick<Random, "integer">;
  /** Minor version of the Kubernetes whose types the webhook was built with; the newest when absent. */
  readonly minorVersion: number | undefined;
}

type Mutation = Extract<IdentityDecision, { outcome: "mutate" }>;

/** Creates the route; like the real one it does not look at the method. */
export function createMutate(parts: MutateParts): Handler {
  return async (request, span) => {
    if (request.headers["content-type"]?.trim() !== "application/json") return answerError(415, "Invalid Content-Type, expected `application/json`");
    const work = span.enter("Decide about the pod", { step: 1, actor: "webhook" });
    return answerText(200, await answerReview(parts, bodyText(request), work));
  };
}

/** From here on an error is a denial, never an HTTP status. */
async function answerReview(parts: MutateParts, body: string, span: Span): Promise<string> {
  let review: Partial<AdmissionReview> = {};
  try {
    const parsed = parseAdmissionReview(body);
    review = parsed;
    return allowed(review, await decidePatch(parts, parsed, span));
  } catch (error) {
    if (!(error instanceof ReviewError) && !(error instanceof DecodingError)) throw error;
    span.note("webhook.denied", { message: error.message });
    return denied(error instanceof ReviewError ? error.review : review, error.message);
  }
}

/** `null` leaves the pod alone. */
async function decidePatch(parts: MutateParts, { namespace, object }: AdmissionReview, span: Span): Promise<string | null> {
  const { settings, metrics, random } = parts;
  const pod = decodePod(object, parts.minorVersion);
  const name = pod.spec?.serviceAccountName ?? "";
  const identity = await findIdentity(parts, { namespace, name }, span);
  const roleArn = "roleArn" in identity ? identity.roleArn : null;
  const annotation = `${settings.annotationPrefix}/role-arn`;
  span.note("webhook.decision", { outcome: identity.outcome, reason: identity.reason, serviceAccount: `${namespace}/${name}`, roleArn, annotation });
  if (identity.outcome === "leave-alone") {
    if (identity.reason === "service-account-unknown") metrics.missingServiceAccount();
    return null;
  }
  metrics.pod(identity.reason === "container-credentials" ? "container_credentials" : "sts_web_identity");
  if (roleArn !== null && !isRoleArn(roleArn)) span.note("webhook.role-arn-malformed", { roleArn });
  noteIgnoredOptions(parts, { pod, namespace, name, identity }, span);
  const dropped = findDroppedFields(object, pod);
  if (dropped.length > 0) span.note("webhook.fields-dropped", { fields: dropped, minorVersion: parts.minorVersion ?? null });
  const patch = podPatch(pod, mutatePod(pod, podTokenOf(identity, settings), { settings, random }));
  span.note("webhook.patch", { patch });
  return patch;
}

/** What the real one passes over without a word; the service account's only count where it is the source. */
function noteIgnoredOptions(
  { settings, serviceAccounts }: MutateParts,
  { pod, namespace, name, identity }: { readonly pod: Pod; readonly namespace: string; readonly name: string; readonly identity: Mutation },
  span: Span,
): void {
  const ofPod = findIgnoredOptions(pod.metadata?.annotations ?? {}, settings).filter(({ annotation }) => annotation.endsWith("/token-expiration"));
  const found = [
    ...serviceAccounts.ignoredOptions(namespace, name).map((option) => ({ of: "ServiceAccount", name, option })),
    ...ofPod.map((option) => ({ of: "Pod", name: String(pod.metadata?.name ?? ""), option })),
  ];
  for (const { of, name: owner, option } of found)
    span.note("webhook.option-ignored", { of, namespace, name: owner, ...option, used: usedInstead(option, identity) });
}

/** What counts in the place of an annotation that does not. */
function usedInstead({ problem }: IgnoredOption, { tokenExpirationSeconds, stsRegionalEndpoint }: Mutation): string {
  if (problem === "below-minimum") return "600";
  return String(problem === "not-a-boolean" ? stsRegionalEndpoint : tokenExpirationSeconds);
}

async function findIdentity(
  parts: MutateParts,
  { namespace, name }: { readonly namespace: string; readonly name: string },
  span: Span,
): Promise<IdentityDecision> {
  const look = (): IdentityDecision =>
    decideIdentity({
      hasContainerCredentials: parts.containerCredentials.has(namespace, name),
      serviceAccount: parts.serviceAccounts.find(namespace, name),
      configMap: parts.configMap.find(namespace, name),
      configMapForAnyNamespace: parts.configMap.find("*", name),
    });
  const identity = look();
  if (identity.reason !== "service-account-unknown") return identity;
  await parts.awaitServiceAccount(namespace, name, span);
  return look();
}
