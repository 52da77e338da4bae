import { type CheckEvent, type ExchangeEvent, isInside } from "@irsa-sim/core";
import type { Cause, Explanation, Symptom } from "../cause.js";
import { partitionOfHost } from "../partition-of-host.js";

/** failures.md, rank 37. */
export const stsEndpointRedHerring: Cause = {
  id: "sts-endpoint-red-herring",
  rank: "mistaken",
  met: "often",
  title: "The request reached an STS endpoint that cannot answer for this account",
  see: "No OpenIDConnect provider found in your account for ... (the provider is there); STS is not activated in this region for account:...",
  why: "Regional endpoint inactive in the account, or host of another partition or a defaulted us-east-1.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- env | grep -e AWS_ENDPOINT_URL -e AWS_REGION -e AWS_STS_REGIONAL_ENDPOINTS",
    "aws sts get-caller-identity --endpoint-url https://HOST",
    "aws iam list-open-id-connect-providers",
  ],
  sources: [
    "https://github.com/fluxcd/source-controller/pull/1552",
    "https://github.com/aws/aws-sdk-js-v3/issues/5083",
    "https://github.com/aws/aws-sdk-js-v3/issues/6419",
    "https://github.com/giantswarm/etcd-backup-operator/pull/889",
  ],
  explain(symptom) {
    const { check } = symptom;
    if (check.check === "sts.region")
      return {
        because: `the SDK called ${hostOf(symptom)}, and the account has not activated STS in that region`,
        fix: "activate STS for this region in the account settings of IAM, or let the SDK call the STS of a region that is active",
      };
    return check.check === "sts.provider" ? explainPartition(symptom) : null;
  },
};

/** A host of one partition for a role of another: accounts and providers of the one are not known in the other. */
function explainPartition(symptom: Symptom): Explanation | null {
  const host = hostOf(symptom);
  const roleArn = roleArnOf(symptom);
  const [, partition = ""] = roleArn.split(":");
  const asked = partitionOfHost(host);
  if (asked === null || partition === "" || partition === asked) return null;
  return {
    because: `the SDK called ${host}, of the partition ${asked}, for a role of the partition ${partition}; nobody there knows this account or its providers`,
    fix: "let the SDK call the STS of the cluster's own region: set AWS_REGION, and take an AWS_ENDPOINT_URL_STS that names another host away",
  };
}

function hostOf({ check, events }: Symptom): string {
  const exchange = events.findLast((event): event is ExchangeEvent => event.kind === "exchange" && event.to === "sts" && isInside(events, check, event));
  return exchange === undefined ? "" : new URL(exchange.request.url).hostname;
}

function roleArnOf({ check, events }: Symptom): string {
  const read = events.findLast((event): event is CheckEvent => event.kind === "check" && event.check === "sts.role-arn" && event.seq < check.seq);
  return read?.actual.value ?? "";
}
