import { type Cause, lastNote } from "../cause.js";
import { credentialsOf } from "../credentials-of.js";
import { isCallerRefused } from "../node-role.js";

/** failures.md, rank 45. */
export const kiamKube2iamLeftover: Cause = {
  id: "kiam-kube2iam-leftover",
  rank: "mistaken",
  met: "sometimes",
  title: "An agent of kiam or kube2iam still answers in the place of instance metadata",
  see: "Wrong role, or a timeout on 169.254.169.254; the annotation has no effect",
  why: "Both mechanisms at once; SDK without web identity drops to the intercepted IMDS; kube2iam lacks IMDSv2.",
  prove: [
    "kubectl get daemonsets -A | grep -e kiam -e kube2iam",
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.metadata.annotations}",
    "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity",
  ],
  sources: [
    "https://github.com/uswitch/kiam/issues/513",
    "https://github.com/jtblin/kube2iam/issues/368",
    "https://github.com/aws/aws-app-mesh-roadmap/issues/102",
    "https://github.com/velero-io/velero/issues/8291",
    "https://github.com/ministryofjustice/analytical-platform/issues/4319",
  ],
  explain(symptom) {
    const { check, events } = symptom;
    const credentials = credentialsOf(symptom);
    const answered = lastNote(events, "metadata.intercepted");
    if (!isCallerRefused(check) || credentials?.source !== "imds" || answered === null) return null;
    const { agent, role, annotation, pod } = answered.attributes;
    return {
      because: `the SDK took no web identity and asked instance metadata; ${String(agent)} answered in its place, with ${String(role)}, the role in ${String(annotation)} of pod ${String(pod)}`,
      fix: `let the app take its web identity (an SDK that knows it, with all its modules), take ${String(annotation)} out of the pod, and remove the agent when nobody needs it`,
    };
  },
};
