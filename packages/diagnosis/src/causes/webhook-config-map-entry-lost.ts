import { accountOf } from "../asked-role.js";
import { type Cause, type Explanation, lastNote } from "../cause.js";
import type { FailureView } from "../failure-view.js";
import { type ConfigMapVersion, configMapVersions, mentions } from "../webhook-config-map.js";

/** Not in failures.md: the neighbour of rank 2 where the webhook watches a ConfigMap instead of annotations. */
export const webhookConfigMapEntryLost: Cause = {
  id: "webhook-config-map-entry-lost",
  rank: "mistaken",
  narrows: ["annotation-absent-or-misplaced"],
  title: "The webhook's ConfigMap no longer lists the service account, or nobody",
  see: "User: arn:aws:sts::<acct>:assumed-role/<node role>/i-<id> is not authorized to perform: ...; older pods of the same service account work",
  why: "The webhook takes out what a new version of its ConfigMap does not list, and an empty list or null lists nothing. Pods from before keep what they have.",
  prove: ["kubectl get configmap -n NAMESPACE pod-identity-webhook -o jsonpath={.data.config}", "kubectl exec -n NAMESPACE POD -- env | grep AWS_"],
  sources: ["https://github.com/aws/amazon-eks-pod-identity-webhook#pod-identity-webhook-configmap"],
  explainNoIdentity: explainLost,
};

function explainLost(view: FailureView): Explanation | null {
  const account = accountOf(view);
  const decision = lastNote(view.events, "webhook.decision");
  if (account === null || decision?.attributes.roleArn !== null) return null;
  const versions = configMapVersions(view.all).filter(({ seq, config }) => seq < decision.seq && config !== "");
  const last = versions.at(-1);
  if (last === undefined || mentions(last, account)) return null;
  if (!versions.some((version) => mentions(version, account))) return LISTS_NOBODY.test(last.config) ? explainEmpty(last, account) : null;
  return {
    because: `the ConfigMap ${last.name} listed service account ${account} once and does so no longer; the webhook took the entry out, and this pod, created since, got no role`,
    fix: `write the entry ${account} into the ConfigMap ${last.name} again, then create the pod again`,
  };
}

/** What a template writes that had nothing to render. */
const LISTS_NOBODY = /^\s*(null|\{\s*\})\s*$/;

function explainEmpty({ name, config }: ConfigMapVersion, account: string): Explanation {
  return {
    because: `the ConfigMap ${name} holds ${config.trim()}, which lists nobody, and service account ${account} has no annotation either, so the pod got no role`,
    fix: `write the entry ${account} into the ConfigMap ${name}, or annotate the service account, then create the pod again`,
  };
}
