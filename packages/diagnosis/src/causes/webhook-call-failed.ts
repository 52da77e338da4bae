import type { Cause, Explanation, OwnError } from "../cause.js";
import { visible } from "../visible.js";

/** By what the API server says of the call. */
const CALLS: readonly (readonly [message: RegExp, fix: string])[] = [
  [/x509|certificate/, "renew the webhook's certificate and put the CA that signed it into caBundle of its registration"],
  [/no such host|lookup /, "create the Service that the registration's clientConfig names, in its namespace"],
  [/connection refused|no endpoints|connect:/, "start the webhook's pods (kubectl get endpoints), and before all others where it must not be missing"],
  [
    /deadline exceeded|timeout|Timeout/,
    "let the control plane reach the webhook's port (security groups of the nodes, network policies, a proxy of the API server)",
  ],
];

/** Not in failures.md as a row of its own: rank 15 is the same with failurePolicy Ignore. */
export const webhookCallFailed: Cause = {
  id: "webhook-call-failed",
  rank: "mistaken",
  narrows: ["admission-refused"],
  title: "A mutating webhook keeps the pod out: it cannot be asked, denies, or answers with a patch that does not apply",
  see: 'Internal error occurred: failed calling webhook "pod-identity-webhook.amazonaws.com": ...; admission webhook "NAME" denied the request: ...',
  why: "With failurePolicy Fail a webhook that does not answer keeps every pod out that its selectors fit, its own among them. Of a Deployment only the ReplicaSet's events say so.",
  prove: [
    "kubectl get mutatingwebhookconfigurations -o yaml | grep -A20 failurePolicy",
    "kubectl get pods,endpoints -n NAMESPACE_OF_THE_WEBHOOK",
    "kubectl describe replicaset -n NAMESPACE",
  ],
  sources: [
    "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/135",
    "https://github.com/velero-io/velero/issues/4959",
  ],
  explain: (symptom) => (symptom.check.actor === "api-server" || symptom.check.actor === "webhook" ? explainMessage(symptom) : null),
  explainOwnError: (error) => (error.exchange?.to === "api-server" ? explainMessage(error) : null),
};

function explainMessage({ told: { message } }: OwnError): Explanation | null {
  const [, webhook, cause = ""] = /^Internal error occurred: failed calling webhook "([^"]+)": (.*)$/s.exec(message) ?? [];
  if (webhook !== undefined)
    return {
      because: `the API server asks ${webhook} about the pod and gets no answer (${visible(cause)}), and the webhook's failurePolicy is Fail`,
      fix: `${CALLS.find(([pattern]) => pattern.test(cause))?.[1] ?? "let the webhook answer"}; with failurePolicy Ignore the pod would start, and without its role`,
    };
  const [, denying, why] = /^admission webhook "([^"]+)" denied the request(?:: (.*))?/s.exec(message) ?? [];
  if (denying !== undefined)
    return {
      because: `${denying} denies the pod${why === undefined ? " and does not say why" : `: ${visible(why)}`}`,
      fix: `what ${denying} asks for: its own log and documentation say it; the pod's manifest, or the webhook's rules`,
    };
  if (!/^Internal error occurred: (.*operation does not apply|.*JSON Patch|.*patch)/s.test(message)) return null;
  return {
    because: `a webhook's patch does not fit the pod: ${visible(message)}`,
    fix: "a version of the webhook that knows this pod: its patch was made for another one, or another webhook changed the pod before",
  };
}
