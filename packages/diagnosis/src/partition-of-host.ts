/**
 * The partition whose STS a host is: GovCloud's hosts have the domain of the partition `aws`, and are told by their region.
 *
 * @returns `null` for a host that is no STS
 * @example partitionOfHost("sts.cn-north-1.amazonaws.com.cn"); // => "aws-cn"
 */
export function partitionOfHost(host: string): string | null {
  if (!/^sts\.([a-z0-9-]+\.)?amazonaws\.com(\.cn)?$/.test(host)) return null;
  if (host.endsWith(".cn")) return "aws-cn";
  return host.startsWith("sts.us-gov-") ? "aws-us-gov" : "aws";
}
