/** A part of AWS with accounts, names and hosts of its own: the world at large, China, or the United States' government. */
export type Partition = "aws" | "aws-cn" | "aws-us-gov";

/** The partition that a region belongs to; it is the second part of every ARN there. */
export function partitionOf(region: string): Partition {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** The end of the names of a region's hosts. */
export function dnsSuffixOf(region: string): string {
  return partitionOf(region) === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}
