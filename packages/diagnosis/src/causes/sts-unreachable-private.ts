import type { Cause } from "../cause.js";
import { environmentEdits } from "../container-edits.js";
import { unansweredSts } from "../unanswered.js";

/** failures.md, rank 8. */
export const stsUnreachablePrivate: Cause = {
  id: "sts-unreachable-private",
  rank: "missing",
  met: "everywhere",
  narrows: ["service-unreachable"],
  title: "The private cluster has no way to the STS endpoint that the SDK calls",
  see: 'WebIdentityErr: failed to retrieve credentials caused by: RequestError: send request failed caused by: Post "https://sts.amazonaws.com/": dial tcp <ip>:443: i/o timeout',
  why: "STS VPC endpoints have only regional private DNS names; older SDK defaults (and a few hard-coded clients) use the global one. Python, PHP, C++, .NET were announced to move to regional on 2025-07-31.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- env | grep -e AWS_STS_REGIONAL_ENDPOINTS -e AWS_REGION",
    "aws ec2 describe-vpc-endpoints --filters Name=vpc-id,Values=VPC Name=service-name,Values=com.amazonaws.REGION.sts",
    "kubectl exec -n NAMESPACE POD -- curl -sv --max-time 5 https://sts.REGION.amazonaws.com/",
  ],
  sources: [
    "https://github.com/kubernetes-sigs/external-dns/issues/1470",
    "https://github.com/kubernetes-sigs/external-dns/issues/2230",
    "https://github.com/aws-controllers-k8s/community/issues/1040",
    "https://github.com/kubernetes-sigs/aws-ebs-csi-driver/issues/609",
    "https://github.com/boto/boto3/issues/2258",
    "https://github.com/aws/amazon-cloudwatch-agent/issues/317",
    "https://github.com/awsdocs/amazon-eks-user-guide/pull/337",
    "https://aws.amazon.com/blogs/developer/updating-aws-sdk-defaults-aws-sts-service-endpoint-and-retry-strategy",
  ],
  explainOwnError(error) {
    const call = unansweredSts(error);
    if (call?.dropped.reason !== "no-route") return null;
    const endpoints = (call.dropped.vpcEndpoints as readonly string[]).filter((host) => host.startsWith("sts."));
    const [regional] = endpoints;
    if (regional === undefined)
      return {
        because: `the pod has no way to ${call.host}: the VPC has no route to the internet and no endpoint for STS`,
        fix: "create an endpoint for STS (com.amazonaws.<region>.sts) with private DNS in the cluster's VPC, or give its subnets a route out",
        edits: [{ source: "cluster", pointer: "/network/internet", value: true }],
      };
    return {
      because: `the SDK called ${call.host}; the VPC has no route to the internet, and its endpoint answers for ${regional} alone`,
      fix: 'set AWS_STS_REGIONAL_ENDPOINTS=regional, or annotate the service account with eks.amazonaws.com/sts-regional-endpoints: "true" and create the pod again',
      edits: environmentEdits(error, { AWS_STS_REGIONAL_ENDPOINTS: { value: "regional" } }),
    };
  },
};
