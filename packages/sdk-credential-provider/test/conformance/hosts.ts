/** The names and addresses at which the peers of the recordings answer; no other name is resolved. */
const REGIONS = ["eu-west-1", "us-east-1", "us-west-2", "ap-east-1"];

/** STS's: global, regional, FIPS, dual stack, and other partitions'. */
export const STS_HOSTS: readonly string[] = [
  "sts.amazonaws.com",
  ...REGIONS.flatMap((region) => [`sts.${region}.amazonaws.com`, `sts-fips.${region}.amazonaws.com`, `sts.${region}.api.aws`, `sts-fips.${region}.api.aws`]),
  "sts.cn-north-1.amazonaws.com.cn",
  "sts.us-gov-west-1.amazonaws.com",
];

/** S3's, for the bucket of the recordings and for all others in the path. */
export const S3_HOSTS: readonly string[] = [
  "s3.amazonaws.com",
  ...REGIONS.flatMap((region) => [
    `s3.${region}.amazonaws.com`,
    `s3-fips.${region}.amazonaws.com`,
    `s3.dualstack.${region}.amazonaws.com`,
    `s3-fips.dualstack.${region}.amazonaws.com`,
  ]),
  "s3.cn-north-1.amazonaws.com.cn",
  "s3.us-gov-west-1.amazonaws.com",
].flatMap((host) => [`my-bucket.${host}`, host]);

/** The metadata service's: on the node, by IPv6, and where a variable sends it. */
export const METADATA_HOSTS: readonly string[] = ["169.254.169.254", "[fd00:ec2::254]", "127.0.0.1:1338"];

/** ECS's, EKS Pod Identity's, and such as a full URI may name. */
export const CONTAINER_HOSTS: readonly string[] = ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]", "127.0.0.1:8080", "localhost:8080", "10.0.0.9"];
