import type { AccountId, Arn } from "@irsa-sim/core";

/** The account that an ARN names: its fifth part. */
export function accountOfArn(arn: Arn): AccountId {
  return (arn.split(":")[4] ?? "") as AccountId;
}
