import type { Arn } from "@irsa-sim/core";
import type { Account } from "../account.js";

/**
 * The ARN of something in an account's IAM.
 *
 * @param resource `role/my-pod-role`, path included
 */
export function iamArn({ partition, id }: Pick<Account, "partition" | "id">, resource: string): Arn {
  return `arn:${partition}:iam::${id}:${resource}` as Arn;
}
