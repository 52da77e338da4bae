import { dnsSuffixOf, type Partition, partitionOf } from "@irsa-sim/core";

/** A partition's IAM: one host, and the region that signatures for it name. */
const IAM: Readonly<Record<Partition, { readonly host: string; readonly region: string }>> = {
  aws: { host: "iam.amazonaws.com", region: "us-east-1" },
  "aws-cn": { host: "iam.cn-north-1.amazonaws.com.cn", region: "cn-north-1" },
  "aws-us-gov": { host: "iam.us-gov.amazonaws.com", region: "us-gov-west-1" },
};

/** Where AWS's services are for a region. */
export interface AwsHosts {
  readonly iam: { readonly host: string; readonly region: string };
  readonly sts: string;
  readonly s3: string;
  readonly eks: string;
  /** EKS Auth's, which agents of EKS Pod Identity ask. */
  readonly eksAuth: string;
}

/** The suffix of names that have IPv6 addresses too. */
function dualStackSuffixOf(region: string): string {
  return partitionOf(region) === "aws-cn" ? "api.amazonwebservices.com.cn" : "api.aws";
}

/** The hosts of a region, and of its partition. */
export function awsHosts(region: string): AwsHosts {
  const suffix = dnsSuffixOf(region);
  return {
    iam: IAM[partitionOf(region)],
    sts: `sts.${region}.${suffix}`,
    s3: `s3.${region}.${suffix}`,
    eks: `eks.${region}.${suffix}`,
    eksAuth: `eks-auth.${region}.${dualStackSuffixOf(region)}`,
  };
}
