import type { Span } from "@irsa-sim/core";
import type { MetadataRules } from "../imds/metadata-rules.js";
import { regionOfNode } from "../imds/region-of-node.js";
import type { SdkClientOptions } from "../sdk-client.js";
import { loadsConfig } from "../shared-config/read-shared-config.js";
import type { SharedConfig } from "../shared-config/shared-config.js";
import type { RegionSource, StsPlace } from "./decide-sts-endpoint.js";

/** What the region is looked for in. */
export interface RegionInput extends SdkClientOptions {
  readonly sharedConfig: SharedConfig;
  readonly place: StsPlace;
  readonly metadata: MetadataRules;
  /** Whether `AWS_DEFAULT_REGION` counts only with `AWS_SDK_LOAD_CONFIG`. */
  readonly needsLoadConfig: boolean;
}

/**
 * The region that this SDK calls, by its own order of sources.
 *
 * @returns `null` when no source has one
 * @see sdk-credential-chains.md, section 7
 */
export async function findRegion(input: RegionInput, span: Span): Promise<string | null> {
  for (let lookup = 1; lookup <= (input.place.lookupsInVain ?? 1); lookup += 1) {
    const region = await askSources(input, span);
    if (region !== null) return region;
  }
  return null;
}

async function askSources(input: RegionInput, span: Span): Promise<string | null> {
  for (const source of input.place.region) {
    const region = source === "imds" ? await regionFromNode(input, span) : readRegion(source, input);
    if (region !== "") return region;
  }
  return null;
}

function readRegion(source: Exclude<RegionSource, "imds">, input: RegionInput): string {
  switch (source) {
    case "code":
      return input.region ?? "";
    case "app.config":
      return "";
    case "aws.region":
      return input.systemProperties?.["aws.region"] ?? "";
    case "profile":
      return input.sharedConfig.profile(input.sharedConfig.selected)?.region ?? "";
    case "AWS_DEFAULT_REGION":
      return input.needsLoadConfig && !loadsConfig(input.environment) ? "" : (input.environment[source] ?? "");
    default:
      return input.environment[source] ?? "";
  }
}

async function regionFromNode(input: RegionInput, span: Span): Promise<string> {
  if (input.environment.AWS_EC2_METADATA_DISABLED?.toLowerCase() === "true") return "";
  return (await regionOfNode(input, span.enter("Find the region", { step: 6, actor: "sdk" }), input.metadata)) ?? "";
}

/** Whether the first variable that is set, of those that count, is empty. */
export function meetsEmptyVariable({ place, environment, region }: Pick<RegionInput, "place" | "environment" | "region">): boolean {
  const first = place.region.find((source) => (source === "code" ? region !== undefined : source in environment));
  return first !== undefined && first !== "code" && environment[first] === "";
}
