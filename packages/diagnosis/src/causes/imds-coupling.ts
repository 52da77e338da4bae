import { type Cause, lastNote } from "../cause.js";

const REFUSALS: Readonly<Record<string, string>> = {
  "imds.hop-limit": "its answers do not live for as many hops as a pod is away",
  "imds.endpoint": "it is switched off",
};

/** failures.md, rank 28. */
export const imdsCoupling: Cause = {
  id: "imds-coupling",
  rank: "mistaken",
  met: "often",
  title: "The program asks instance metadata for its region, and pods cannot reach it",
  see: "panic: failed to get region from metadata server: EC2MetadataRequestError ...; ec2 metadata is not available; context deadline exceeded on 169.254.169.254",
  why: "Hop limit 1 (hardening, new module defaults) or Fargate removes IMDS; controllers use it for more than credentials.",
  prove: [
    "aws ec2 describe-instances --instance-ids INSTANCE --query Reservations[].Instances[].MetadataOptions",
    "kubectl exec -n NAMESPACE POD -- curl -s --max-time 3 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' http://169.254.169.254/latest/api/token",
  ],
  sources: [
    "https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/3358",
    "https://github.com/aws/amazon-cloudwatch-agent/issues/1101",
    "https://github.com/kubernetes-sigs/aws-ebs-csi-driver/issues/474",
    "https://github.com/aws/karpenter-provider-aws/issues/6295",
    "https://github.com/binbashar/le-tf-infra-aws/pull/1157",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/pull/1579",
  ],
  explain({ check, events }) {
    const asked = lastNote(events, "sdk.node-region");
    if (!check.check.startsWith("imds.") || asked === null || asked.seq < check.seq) return null;
    const why = REFUSALS[check.check] ?? `it wants ${check.expected.value} and got ${check.actual.value}`;
    return {
      because: `the app asked instance metadata for its region and got no answer: ${why} (${check.expected.value}, here ${check.actual.value}); its web identity was not even tried`,
      fix: "give the app its region as a flag or in AWS_REGION, or set HttpPutResponseHopLimit to 2 where it needs more of the metadata",
    };
  },
};
