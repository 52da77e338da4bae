import type { OwnPlace } from "./own-place.js";

/** Regions by their beginnings; any other is of the partition `aws`. */
const PARTITIONS: readonly (readonly [prefix: string, partition: string])[] = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["us-isob-", "aws-iso-b"],
  ["us-iso-", "aws-iso"],
  ["eusc-", "aws-eusc"],
];

/**
 * Makes a role's ARN of a bare path and name by joining texts; a value with `arn:` anywhere stays.
 *
 * @see webhook.md, section 5.4
 * @example composeRoleArn("team/app", { account: "111122223333", region: "cn-north-1" }) // => "arn:aws-cn:iam::111122223333:role/team/app"
 */
export function composeRoleArn(value: string, { account, region }: OwnPlace): string {
  if (value.includes("arn:")) return value;
  const partition = PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";
  return `arn:${partition}:iam::${account}:role/${value}`;
}
