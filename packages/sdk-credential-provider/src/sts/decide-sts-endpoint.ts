/**
 * Which STS endpoint an SDK calls: of the region, global, or one that the environment names.
 * @see sdk-credential-chains.md, section 7
 */
import { partitionOf } from "@irsa-sim/core";
import { type EndpointVariants, GLOBAL as GLOBAL_REGION, stsHost, variantsOf } from "./endpoint-variants.js";
import { findEndpoint } from "./find-endpoint.js";

/** Where a region may come from; names in capitals are variables, `aws.region` is a system property. */
export type RegionSource = "code" | "app.config" | "aws.region" | "AWS_REGION" | "AWS_DEFAULT_REGION" | "AMAZON_REGION" | "profile" | "imds";

/** How an SDK finds its STS. */
export interface StsPlace {
  /** In the order asked. */
  readonly region: readonly RegionSource[];
  /** Without a region: the one to take, the global endpoint, or the error that the provider ends with. */
  readonly noRegion:
    | { readonly take: "us-east-1"; readonly warning?: string }
    | { readonly take: "global" }
    | { readonly take: "error"; readonly message: string };
  /** The error with which a client ends when the variable that counts is set, but empty; such a variable counts as not set when absent. */
  readonly emptyVariableError?: { readonly code: string; readonly message: string; readonly isOfSettings?: boolean };
  readonly mode: "regional" | "legacy";
  /** Regions whose calls go to the global endpoint in legacy mode. */
  readonly legacyCovers: "old-regions" | "all-regions";
  /** Whether `AWS_STS_REGIONAL_ENDPOINTS` and the profile's `sts_regional_endpoints` count. */
  readonly regionalFlag: boolean;
  /** The error with which the exchange ends for another word in it; such a word is passed over when absent. */
  readonly unknownFlag?: (flag: string) => string;
  /** The error in regional mode when no region is found; the rule above when absent. */
  readonly regionalNeedsRegion?: string;
  /** Variables that name the endpoint, the first that is set counts; all of them are passed over with `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`. */
  readonly endpointVariables: readonly string[];
  /** Whether it minds `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`; it does when absent. */
  readonly mindsEndpointSwitch?: boolean;
  /** The text with which the exchange ends at the global endpoint, where its caller, who has nothing to sign with, is to sign; absent where it is not. */
  readonly globalWantsSigning?: string;
  /** Whether it knows FIPS and dual-stack endpoints; it does when absent. */
  readonly knowsVariants?: false;
  /** Whose region a profile's own AssumeRole calls; the client's when absent. */
  readonly assumeRoleRegion?: "profile-or-us-east-1";
  /** How often a region that nobody has is looked for before the client gives up; once when absent. */
  readonly lookupsInVain?: number;
  /** Whether the client of STS looks for its region anew, where the metadata service is asked for it. */
  readonly looksAgain?: boolean;
}

/** What the decision is made from. */
export interface StsEndpointInput {
  readonly place: StsPlace;
  /** `null` when no source had one. */
  readonly region: string | null;
  readonly environment: Readonly<Record<string, string>>;
  /** The selected profile's keys. */
  readonly profile: Readonly<Record<string, string>>;
}

/** An endpoint with the region that its signatures name, or the reason why there is none. */
export type StsEndpoint =
  | { readonly url: string; readonly region: string; readonly warning?: string; readonly wantsSigning?: string }
  | { readonly error: string };

/** The service's own variable, and the one for all services. */
export const STS_ENDPOINT_VARIABLES: readonly string[] = ["AWS_ENDPOINT_URL_STS", "AWS_ENDPOINT_URL"];

const OLD_REGIONS = [
  ...["ap-northeast-1", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1"],
  ...["eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2"],
];
const GLOBAL = { url: "https://sts.amazonaws.com/", region: "us-east-1" };

/**
 * Decides the endpoint.
 *
 * @example decideStsEndpoint({ place: { ...place, mode: "legacy" }, region: "eu-west-1", environment: {}, profile: {} }) // the global one
 */
export function decideStsEndpoint(input: StsEndpointInput): StsEndpoint {
  const override = findOverride(input);
  const found = regionalEndpoint(input);
  if ("error" in found) return found;
  if (override !== null) return { ...found, url: override };
  const { globalWantsSigning: wantsSigning } = input.place;
  return wantsSigning !== undefined && found.url === GLOBAL.url ? { ...found, wantsSigning } : found;
}

function regionalEndpoint({ place, region, environment, profile }: StsEndpointInput): StsEndpoint {
  const flag = environment.AWS_STS_REGIONAL_ENDPOINTS ?? "";
  if (place.unknownFlag !== undefined && !["", "legacy", "regional"].includes(flag.toLowerCase())) return { error: place.unknownFlag(flag) };
  const isLegacy = decideMode({ place, environment, profile }) === "legacy";
  const variants = place.knowsVariants === false ? NONE : variantsOf(environment);
  if (region === null) {
    if (!isLegacy && place.regionalNeedsRegion !== undefined) return { error: place.regionalNeedsRegion };
    const { noRegion } = place;
    if (noRegion.take === "error") return { error: noRegion.message };
    if (noRegion.take === "global") return GLOBAL;
    const warning = noRegion.warning === undefined ? {} : { warning: noRegion.warning };
    return { ...(isLegacy ? GLOBAL : endpointOf(noRegion.take, variants)), ...warning };
  }
  const isCovered = place.legacyCovers === "all-regions" ? partitionOf(region) === "aws" : OLD_REGIONS.includes(region);
  const isPlain = !variants.fips && !variants.dualStack;
  return isLegacy && isCovered && isPlain ? GLOBAL : endpointOf(region, variants);
}

function decideMode({ place, environment, profile }: Omit<StsEndpointInput, "region">): StsPlace["mode"] {
  const flag = (environment.AWS_STS_REGIONAL_ENDPOINTS || profile.sts_regional_endpoints || "").toLowerCase();
  return place.regionalFlag && (flag === "legacy" || flag === "regional") ? flag : place.mode;
}

function findOverride({ place, environment }: StsEndpointInput): string | null {
  const url = findEndpoint(environment, place.endpointVariables, place.mindsEndpointSwitch);
  return url === null ? null : url.replace(/\/?$/, "/");
}

const NONE: EndpointVariants = { fips: false, dualStack: false };

function endpointOf(region: string, variants: EndpointVariants): { readonly url: string; readonly region: string } {
  return { url: `https://${stsHost(region, variants)}/`, region: region === GLOBAL_REGION ? GLOBAL.region : region };
}
