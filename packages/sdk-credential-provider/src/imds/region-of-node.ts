import { bodyText, NetworkError, type Span } from "@irsa-sim/core";
import { type MetadataClient, MetadataError, metadataSession } from "./metadata-session.js";

/**
 * Asks the instance metadata which region the node is in; that it did not say is noted.
 *
 * @returns `null` when it does not answer, or refuses
 */
export async function regionOfNode(client: MetadataClient, span: Span): Promise<string | null> {
  try {
    const metadata = await metadataSession(client, span);
    return bodyText(await metadata.get("GetNodeRegion", "/meta-data/placement/region"));
  } catch (error) {
    if (!(error instanceof NetworkError) && !(error instanceof MetadataError)) throw error;
    span.note("sdk.node-region", { region: null, message: error.message });
    return null;
  }
}
