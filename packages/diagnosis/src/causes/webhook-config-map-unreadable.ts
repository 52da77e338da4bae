import { accountOf } from "../asked-role.js";
import { type Cause, type Explanation, lastNote } from "../cause.js";
import type { FailureView } from "../failure-view.js";
import { configMapVersions, mentions } from "../webhook-config-map.js";

/** Not in failures.md: the neighbour of rank 1 where the webhook watches a ConfigMap instead of annotations. */
export const webhookConfigMapUnreadable: Cause = {
  id: "webhook-config-map-unreadable",
  rank: "without-effect",
  narrows: ["annotation-absent-or-misplaced"],
  title: "The webhook cannot read its ConfigMap, and none of its entries counts",
  see: "User: arn:aws:sts::<acct>:assumed-role/<node role>/i-<id> is not authorized to perform: ...; no AWS_ROLE_ARN in the pod's env; the webhook's log has: failed to unmarshal new config",
  why: "The webhook reads the whole document at once. One value of the wrong kind, such as a number in quotes, and the version before goes on to count; for a webhook that has just started there is none.",
  prove: [
    "kubectl logs -n NAMESPACE deployment/pod-identity-webhook | grep 'failed to unmarshal'",
    "kubectl get configmap -n NAMESPACE pod-identity-webhook -o jsonpath={.data.config} | jq .",
  ],
  sources: ["https://github.com/aws/amazon-eks-pod-identity-webhook#pod-identity-webhook-configmap"],
  explainNoIdentity: explainUnreadable,
};

function explainUnreadable(view: FailureView): Explanation | null {
  const account = accountOf(view);
  const decision = lastNote(view.events, "webhook.decision");
  const read = lastNote(
    view.all.filter(({ seq }) => decision !== null && seq < decision.seq),
    "webhook.config-map",
  );
  const version = configMapVersions(view.all).findLast(({ seq }) => read !== null && seq < read.seq);
  if (account === null || decision?.attributes.roleArn !== null || typeof read?.attributes.problem !== "string" || version === undefined) return null;
  if (!mentions(version, account)) return null;
  return {
    because: `the ConfigMap ${version.name} has an entry for service account ${account}, but the webhook cannot read it: ${withoutText(read.attributes.problem)}`,
    fix: `correct the value in the ConfigMap ${version.name}, then create the pod again`,
  };
}

/** The webhook's log repeats the whole document before it says what is wrong. */
function withoutText(problem: string): string {
  return / ((?:json: |invalid |unexpected )[^"]*)$/.exec(problem)?.[1] ?? problem;
}
