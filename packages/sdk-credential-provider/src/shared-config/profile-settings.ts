/**
 * What a profile says in place of a variable that is not set.
 * @see sdk-credential-chains.md, section 2.2
 */
import type { SharedConfig } from "./shared-config.js";

/** Variables, and the properties that say the same. */
const SAME: Readonly<Record<string, string>> = {
  AWS_MAX_ATTEMPTS: "max_attempts",
  AWS_RETRY_MODE: "retry_mode",
  AWS_USE_FIPS_ENDPOINT: "use_fips_endpoint",
  AWS_USE_DUALSTACK_ENDPOINT: "use_dualstack_endpoint",
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "ignore_configured_endpoint_urls",
  AWS_ENDPOINT_URL: "endpoint_url",
};
/** Services that a section of endpoints may name, by the end of their variable. */
const SERVICES: Readonly<Record<string, string>> = { STS: "sts", S3: "s3" };

/**
 * The environment with the selected profile's settings in it: a variable counts before the profile, and among the profile's a service's own endpoint before that for
 * all; but a variable for all counts before either.
 */
export function withProfileSettings(
  environment: Readonly<Record<string, string>>,
  sharedConfig: SharedConfig,
  ignored: readonly string[] = [],
): Readonly<Record<string, string>> {
  const properties = sharedConfig.profile(sharedConfig.selected) ?? {};
  const said: [string, string][] = Object.entries(SAME).flatMap(([variable, property]) =>
    ignored.includes(variable) ? [] : pairOf(environment, variable, properties[property]),
  );
  const section = (environment.AWS_ENDPOINT_URL ?? "") === "" ? sharedConfig.services(properties.services ?? "") : {};
  const ofServices = Object.entries(SERVICES).flatMap(([end, service]) => pairOf(environment, `AWS_ENDPOINT_URL_${end}`, section[service]?.endpoint_url));
  return said.length + ofServices.length === 0 ? environment : { ...environment, ...Object.fromEntries([...said, ...ofServices]) };
}

function pairOf(environment: Readonly<Record<string, string>>, variable: string, value = ""): [string, string][] {
  return value === "" || (environment[variable] ?? "") !== "" ? [] : [[variable, value]];
}
