import type { CheckEvent, ExchangeEvent } from "@irsa-sim/core";
import { askedRoleEdits } from "../asked-role.js";
import { type Cause, type Explanation, lastPassed, placeOf, type Symptom } from "../cause.js";
import { partitionOfHost } from "../partition-of-host.js";
import { splitPartition } from "../split-partition.js";

/** failures.md, rank 22. */
export const partitionAudienceEndpoint: Cause = {
  id: "partition-audience-endpoint",
  rank: "mistaken",
  met: "often",
  narrows: ["policy-not-stored", "provider-audience-mismatch", "sts-endpoint-red-herring", "trust-wrong-action-or-principal"],
  title: "An audience, an ARN or a host belongs to another partition of AWS",
  see: 'Incorrect token audience; or Not authorized to perform sts:AssumeRoleWithWebIdentity; or No OpenIDConnect provider found; or Partition "aws" is not valid for resource, depending on where the wrong value sits',
  why: "Audience stays sts.amazonaws.com in China; ARNs are aws-cn / aws-us-gov; the host is sts.<r>.amazonaws.com.cn.",
  prove: [
    "aws sts get-caller-identity --query Arn",
    "aws iam get-open-id-connect-provider --open-id-connect-provider-arn ARN --query ClientIDList",
    "aws iam get-role --role-name ROLE --query '[Role.Arn, Role.AssumeRolePolicyDocument]'",
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_",
  ],
  sources: [
    "https://github.com/eksctl-io/eksctl/issues/1910",
    "https://github.com/eksctl-io/eksctl/issues/1871",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/1704",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/2700",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/pull/2271",
    "https://github.com/aws/aws-sdk-js-v3/issues/5083",
    "https://github.com/aws/aws-sdk-js-v3/issues/5749",
    "https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1557",
    "https://github.com/terraform-aws-modules/terraform-aws-iam/issues/224",
    "https://github.com/n8n-io/n8n/pull/32825",
    "https://github.com/giantswarm/etcd-backup-operator/pull/889",
  ],
  explain(symptom) {
    switch (symptom.check.check) {
      case "sts.audience":
        return explainAudience(symptom);
      case "sts.provider":
        return explainHost(symptom);
      case "iam.call":
        return explainResource(symptom.check);
      case "sts.trust-policy":
        return explainArn(symptom);
      default:
        return null;
    }
  },
};

const AUDIENCE = "sts.amazonaws.com";

/** In China, an audience with China's domain on one of the two sides, and the usual one on the other. */
function explainAudience({ check, events }: Symptom): Explanation | null {
  if (splitPartition(roleIn(events))?.partition !== "aws-cn") return null;
  const { expected, actual } = check;
  const [wrong, place] = actual.value === AUDIENCE ? [expected.value, placeOf(expected, "OIDC provider")] : [actual.value, "service account"];
  const isOtherPartition = /^sts(\.[a-z0-9-]+)?\.amazonaws\.com\.cn$/.test(wrong) && (actual.value === AUDIENCE || expected.value === AUDIENCE);
  if (!isOtherPartition) return null;
  return {
    because: `the token is for "${actual.value}" and the provider accepts ${expected.value}; the audience is a word and no host, so it has no .cn in China either`,
    fix: `${place}: put ${AUDIENCE} in the place of ${wrong}`,
  };
}

/** A role in China or GovCloud was asked for at an STS elsewhere; the other way round it is `sts-endpoint-red-herring`. */
function explainHost({ events, check }: Symptom): Explanation | null {
  const role = roleIn(events);
  const wanted = splitPartition(role)?.partition;
  const exchange = events.findLast(
    (event): event is ExchangeEvent => event.kind === "exchange" && event.seq < check.seq && event.name === "AssumeRoleWithWebIdentity",
  );
  const host = exchange === undefined ? "" : new URL(exchange.request.url).hostname;
  const asked = partitionOfHost(host);
  if (wanted === undefined || wanted === "aws" || asked === null || wanted === asked) return null;
  return {
    because: `the SDK asked ${host}, the STS of partition ${asked}; the role ${role} is in partition ${wanted}, of which it knows nothing`,
    fix: `give the app the region of the cluster, so that its SDK asks the STS of ${wanted}: look for a region or an endpoint that somebody set by hand`,
  };
}

/** The role or the provider exists, in another partition than the ARN says. */
function explainArn(symptom: Symptom): Explanation | null {
  const { reason, expected, actual } = symptom.check;
  if (reason !== "role-missing" && reason !== "principal-differs") return null;
  const written = splitPartition(expected.value);
  const found = actual.value.split(", ").find((arn) => splitPartition(arn)?.rest === written?.rest);
  const partition = found === undefined ? undefined : splitPartition(found)?.partition;
  if (written === null || found === undefined || partition === written.partition) return null;
  const what = reason === "role-missing" ? "the service account's annotation" : placeOf(expected, "trust policy");
  return {
    because: `${expected.value} names the partition ${written.partition}; what it should name is ${found}, in ${partition}`,
    fix: `${what}: put ${found}`,
    edits: reason === "role-missing" ? askedRoleEdits(symptom, expected.value, found) : [],
  };
}

/** The ARN of the role that was asked for last. */
function roleIn(events: Symptom["events"]): string {
  return lastPassed(events, "sts.role-arn")?.actual.value ?? "";
}

/** IAM stores no permission for resources of another partition. */
function explainResource({ reason, expected, actual }: CheckEvent): Explanation | null {
  const [wanted, written] = [splitPartition(expected.value), splitPartition(actual.value)];
  if (reason !== "MalformedPolicyDocument" || wanted === null || written === null || wanted.rest !== written.rest) return null;
  return {
    because: `the permission policy names ${actual.value} of the partition ${written.partition}; the account is in ${wanted.partition}`,
    fix: `${placeOf(actual, "permission policy")}: put ${expected.value}`,
  };
}
