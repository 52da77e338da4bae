import { bodyText, NetworkError, type Span } from "@irsa-sim/core";
import type { SdkChain } from "./chains/chain.js";
import { MetadataError, metadataSession } from "./imds/metadata-session.js";
import type { SdkClientOptions } from "./sdk-client.js";

const DEFAULT_REGION = "us-east-1";

/**
 * The region that this SDK calls: from the environment, for some SDKs from the node's metadata, else `us-east-1`.
 *
 * @see sdk-credential-chains.md, section 7
 */
export async function findRegion(options: SdkClientOptions, chain: SdkChain, span: Span): Promise<string> {
  const named = chain.regionVariables.map((name) => options.environment[name] ?? "").find((value) => value !== "");
  if (named !== undefined) return named;
  return (chain.regionFromMetadata ? await regionOfNode(options, span) : null) ?? DEFAULT_REGION;
}

async function regionOfNode({ network }: SdkClientOptions, span: Span): Promise<string | null> {
  try {
    const metadata = await metadataSession(network, span.enter("Find the region", { step: 6, actor: "sdk" }));
    return bodyText(await metadata.get("GetNodeRegion", "/meta-data/placement/region"));
  } catch (error) {
    if (error instanceof NetworkError || error instanceof MetadataError) return null;
    throw error;
  }
}
