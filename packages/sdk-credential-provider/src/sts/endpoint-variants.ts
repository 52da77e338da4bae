/** Endpoints with FIPS 140 modules, and such as are reached by IPv6 too. */
import { dnsSuffixOf } from "@irsa-sim/core";

/** Which of them an SDK was told to call. */
export interface EndpointVariants {
  readonly fips: boolean;
  readonly dualStack: boolean;
}

/** What the environment says; no SDK minds capitals in it. */
export function variantsOf(environment: Readonly<Record<string, string>>): EndpointVariants {
  const isTrue = (name: string): boolean => environment[name]?.toLowerCase() === "true";
  return { fips: isTrue("AWS_USE_FIPS_ENDPOINT"), dualStack: isTrue("AWS_USE_DUALSTACK_ENDPOINT") };
}

/** STS's host in a region; in GovCloud the usual one is of that kind already. */
export function stsHost(region: string, { fips, dualStack }: EndpointVariants): string {
  if (region === GLOBAL) return "sts.amazonaws.com";
  const name = fips && !region.startsWith("us-gov-") ? "sts-fips" : "sts";
  return `${name}.${region}.${dualStack ? dualStackSuffixOf(region) : dnsSuffixOf(region)}`;
}

/** S3's host in a region. */
export function s3Host(region: string, { fips, dualStack }: EndpointVariants): string {
  if (region === GLOBAL) return "s3.amazonaws.com";
  return `${fips ? "s3-fips" : "s3"}${dualStack ? ".dualstack" : ""}.${region}.${dnsSuffixOf(region)}`;
}

/** What an SDK takes for a region, and stands for the endpoints without one. */
export const GLOBAL = "aws-global";

function dualStackSuffixOf(region: string): string {
  return region.startsWith("cn-") ? "api.amazonwebservices.com.cn" : "api.aws";
}
