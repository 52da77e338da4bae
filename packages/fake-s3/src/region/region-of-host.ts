/**
 * The region in the name of one of S3's hosts; `null` for the host without one.
 *
 * @example regionOfHost("my-bucket.s3.eu-west-1.amazonaws.com") // => "eu-west-1"
 */
export function regionOfHost(hostname: string): string | null {
  return /(?:^|\.)s3[.-]([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/.exec(hostname)?.[1] ?? null;
}
