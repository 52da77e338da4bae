import type { JsonObject, TraceEvent } from "@irsa-sim/core";
import type { Cause } from "../cause.js";
import { formParameter } from "../sent-request.js";

/** A name that was made from the time, in seconds or finer: two pods have the same by accident only. */
const TIME = /\d{10,}$/;

/**
 * failures.md, rank 68, as far as it is sure: pods with one name between them. Names that chance or the time made are told apart, and say as little of the pod; every
 * deployment with two replicas would be warned of.
 */
export const podNotAttributable: Cause = {
  id: "pod-not-attributable",
  rank: "mistaken",
  met: "rarely",
  title: "Pods share a role, and the trail does not say which of them called",
  see: "No error: roleSessionName is a random or fixed string chosen by the SDK",
  why: "AWS_ROLE_SESSION_NAME is not injected; SDK defaults differ.",
  prove: [
    "aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRoleWithWebIdentity --query Events[].CloudTrailEvent",
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_ROLE_SESSION_NAME",
  ],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/112",
    "https://github.com/fog/fog-aws/pull/595",
    "https://github.com/getsops/sops/issues/555",
  ],
  warn(events) {
    const exchanges = exchangesOf(events);
    return [...new Set(exchanges.map(({ session }) => session))].flatMap((session) => {
      const alike = exchanges.filter((exchange) => exchange.session === session);
      const pods = [...new Set(alike.map(({ pod }) => pod))];
      const [first, second] = pods;
      if (first === undefined || second === undefined || TIME.test(session)) return [];
      const others = pods.length === 2 ? "" : ` and ${pods.length - 2} more`;
      return [
        {
          because: `pods ${first} and ${second}${others} share one session, ${session}, and the trail knows a caller of the role by that alone`,
          fix: "set AWS_ROLE_SESSION_NAME in the container from the downward API (fieldRef metadata.name)",
          from: null,
        },
      ];
    });
  },
};

interface Exchange {
  /** The part of the caller's ARN that says who it is: `ROLE/SESSION`. */
  readonly session: string;
  /** As the token says it. */
  readonly pod: string;
}

/** What STS granted, one for each exchange. */
function exchangesOf(events: readonly TraceEvent[]): readonly Exchange[] {
  return events.flatMap((event) => {
    if (event.kind !== "exchange" || event.to !== "sts" || event.response?.status !== 200) return [];
    const [roleArn, session, token] = ["RoleArn", "RoleSessionName", "WebIdentityToken"].map((name) => formParameter(event, name));
    const pod = typeof token === "string" ? podOf(token) : null;
    return roleArn && session && pod !== null ? [{ session: `${roleArn.slice(roleArn.lastIndexOf("/") + 1)}/${session}`, pod }] : [];
  });
}

/** The pod to which the kubelet's token is bound; `null` for a token of no pod. STS granted it, so it is a JWT. */
function podOf(token: string): string | null {
  const [, payload = ""] = token.split(".");
  const claims = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as { readonly "kubernetes.io"?: { readonly pod?: JsonObject } };
  const name = claims["kubernetes.io"]?.pod?.name;
  return typeof name === "string" ? name : null;
}
