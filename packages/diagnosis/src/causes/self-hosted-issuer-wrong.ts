import type { ExchangeEvent } from "@irsa-sim/core";
import type { Cause, Explanation, Symptom } from "../cause.js";
import { isNodeRoleRefused } from "../node-role.js";
import { isEksIssuer } from "../trust/eks-issuer.js";
import { tellUnreadAnnotation } from "../unread-annotation.js";

/** failures.md, rank 42. */
export const selfHostedIssuerWrong: Cause = {
  id: "self-hosted-issuer-wrong",
  rank: "mistaken",
  met: "sometimes",
  title: "On a cluster of one's own, issuer flag, discovery document, provider and webhook do not fit together",
  see: "No OpenIDConnect provider found, or Couldn't retrieve verification key, or no injection at all",
  why: "--service-account-issuer still https://kubernetes.default.svc..., discovery not public, no webhook on non-EKS.",
  prove: [
    "kubectl get --raw /.well-known/openid-configuration",
    "curl -i ISSUER/.well-known/openid-configuration",
    "aws iam list-open-id-connect-providers",
    "kubectl get mutatingwebhookconfigurations",
  ],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/197",
    "https://github.com/kubernetes-sigs/external-dns/issues/5107",
    "https://github.com/kubernetes/kops/issues/15429",
    "https://github.com/smalltown/aws-irsa-example/issues/5",
  ],
  explain(symptom) {
    const { check } = symptom.check;
    if (check === "sts.provider") return explainIssuerFlag(symptom);
    return check === "sts.verification-key" ? explainDocument(symptom) : explainNoWebhook(symptom);
  },
};

const DISCOVERY = "/.well-known/openid-configuration";

/** The issuer whose documents were looked at is registered, and the token names another one. */
function explainIssuerFlag({ events, check: { expected, actual } }: Symptom): Explanation | null {
  const published = publishedIssuer(events);
  if (published === null || published === expected.value || !actual.value.split(", ").includes(published)) return null;
  return {
    because: `the API server writes ${expected.value} into its tokens; published and registered is ${published}`,
    fix: `start the API server with --service-account-issuer=${published} and create the pod again`,
  };
}

/** STS read the discovery document, or may not, and it is not EKS that publishes it. */
function explainDocument({ check: { reason, expected, actual } }: Symptom): Explanation | null {
  const url = actual.from?.file ?? "";
  if (isEksIssuer(withoutScheme(url.replace(DISCOVERY, "")))) return null;
  if (reason === "http-status") {
    return {
      because: `${url} answers STS, which comes as a stranger, with ${actual.value}`,
      fix: "let everybody read the two documents: take the bucket's public access block away for them, and grant s3:GetObject to *",
    };
  }
  if (reason !== "issuer-differs") return null;
  return {
    because: `the discovery document names the issuer ${actual.value}; registered, and in the token, is ${expected.value}`,
    fix: `${url}: put "issuer": "${expected.value}"`,
  };
}

/** A service account asks for a role, on a cluster that is not EKS, and no webhook was ever registered. */
function explainNoWebhook(symptom: Symptom): Explanation | null {
  const issuer = publishedIssuer(symptom.events);
  const because = tellUnreadAnnotation(symptom.events);
  if (!isNodeRoleRefused(symptom) || because === null || issuer === null || isEksIssuer(withoutScheme(issuer))) return null;
  return {
    because,
    fix: "install the pod identity webhook, which comes with EKS and not with other clusters, then create the pod again",
    edits: [{ source: "webhook", pointer: "/absent", value: false }],
  };
}

/** The issuer whose discovery document somebody fetched first; `null` when nobody did. */
function publishedIssuer(events: Symptom["events"]): string | null {
  const discovery = events.find((event): event is ExchangeEvent => event.kind === "exchange" && event.name === "Discovery document");
  return discovery?.request.url.replace(DISCOVERY, "") ?? null;
}

function withoutScheme(url: string): string {
  return url.replace("https://", "");
}
