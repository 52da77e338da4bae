import type { Failure, TraceEvent } from "@irsa-sim/core";
import { memberOf, textOf } from "@irsa-sim/documents";
import type { Relation } from "../relate/relation.js";

/** What a pod that was left alone leads to. */
const CAUSES = ["webhook-absent-fail-open", "sa-cache-race", "pod-older-than-annotation", "annotation-absent-or-misplaced", "webhook-config-map-entry-lost"];

const AGAIN = "create the pod again: kubectl rollout restart for a deployment, kubectl delete for a bare pod";

/**
 * Why a living pod has no role, as its own marks show it: the run that stands for it has times and messages that nobody saw.
 *
 * @param events of that run
 * @returns `null` where the run shows it itself
 */
export function tellAdmission(
  { admission: { how, ...times }, workload, subject, webhook, registration, isFromConfigMap }: Relation,
  { cause }: Pick<Failure, "cause">,
  events: readonly TraceEvent[],
): Pick<Failure, "because" | "fix"> | null {
  if (cause === null || !CAUSES.includes(cause)) return null;
  const pod = `pod ${workload.namespace}/${workload.name}`;
  const account = subject.replace("system:serviceaccount:", "").replace(":", "/");
  const source = isFromConfigMap ? `the ConfigMap ${webhook.configMap?.namespace}/${webhook.configMap?.name}` : `service account ${account}`;
  const at = (time: string | null): string => (time === null ? "" : ` (${time})`);
  const created = `${pod} was made${at(times.createdAt)}`;
  const named = `named its role${at(times.roleNamedAt)}`;
  const isIgnored = events.some((event) => event.kind === "note" && event.name === "admission.webhook-ignored");
  const isFailClosed = textOf(memberOf(registration, "failurePolicy")) !== "Ignore";
  switch (how) {
    case "anew":
      return webhook.down === null || !isIgnored
        ? null
        : {
            because: `${webhook.down.because}: the API server gets no answer from it when a pod is made, and with failurePolicy Ignore it goes on without`,
            fix: "bring the webhook's pods back, then create the pods again that were made meanwhile",
          };
    case "before-role":
      return isFromConfigMap ? { because: `${created} before ${source} ${named}, and the webhook is asked only then`, fix: AGAIN } : null;
    case "before-registration":
      return { because: `${created} before the webhook was registered${at(times.registeredAt)}, and nothing is asked afterwards`, fix: AGAIN };
    case "unknown-account":
      return {
        because: isFailClosed
          ? `${created} when ${source} had ${named}, and has none of the webhook's variables: with failurePolicy Fail no pod is stored without its answer, so it did not know the role then`
          : `${created} so soon after ${source} ${named} that the webhook had not heard of it, and let the pod through as it was`,
        fix: "create the pod again now; for good, create the service account a step earlier (sync waves, helm hooks) or raise --service-account-lookup-grace-period",
      };
    case "unanswered":
      return isIgnored
        ? {
            because: `${created} when the webhook was registered${at(times.registeredAt)} and ${source} had ${named}, and has none of the webhook's variables: it did not answer then, and with failurePolicy Ignore the API server went on without it`,
            fix: "see that the webhook answers (its pods, its service, its certificate and caBundle; the API server's log says: failing open), then create the pod again",
          }
        : null;
    case "without-webhook":
      return {
        because: `${times.createdAt === null ? `a container of ${pod} runs` : created} when ${source} had ${named}, and has none of the webhook's variables: the webhook is not registered, was not asked about this pod, or did not answer`,
        fix: `look for it with kubectl get mutatingwebhookconfiguration -o yaml, and give that to check as well; once it is there, ${AGAIN}`,
      };
  }
}
