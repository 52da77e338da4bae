import type { AccountId, Arn, Partition } from "@irsa-sim/core";

/** The account that an ARN names: its fifth part. */
export function accountOfArn(arn: Arn): AccountId {
  return (arn.split(":")[4] ?? "") as AccountId;
}

/** The partition that an ARN names: its second part. */
export function partitionOfArn(arn: Arn): Partition {
  return (arn.split(":")[1] ?? "") as Partition;
}
