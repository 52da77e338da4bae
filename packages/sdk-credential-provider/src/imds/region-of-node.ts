import { bodyText, NetworkError, type Span } from "@irsa-sim/core";
import { type MetadataRules, type RegionDocument, USUAL_METADATA } from "./metadata-rules.js";
import { type MetadataClient, MetadataError, metadataSession } from "./metadata-session.js";

/** Paths under `/latest`, and how each says the region. */
const DOCUMENTS: Readonly<Record<RegionDocument, { readonly path: string; readonly read: (body: string) => string }>> = {
  "placement/region": { path: "/meta-data/placement/region", read: (body) => body },
  "placement/availability-zone/": { path: "/meta-data/placement/availability-zone/", read: (body) => body.replace(/[a-z]$/, "") },
  "instance-identity/document": { path: "/dynamic/instance-identity/document", read: (body) => (JSON.parse(body) as { readonly region: string }).region },
};

/**
 * Asks the instance metadata which region the node is in; that it did not say is noted.
 *
 * @returns `null` when it does not answer, or refuses
 */
export async function regionOfNode(client: MetadataClient, span: Span, rules: MetadataRules = USUAL_METADATA): Promise<string | null> {
  const { path, read } = DOCUMENTS[rules.regionDocument];
  try {
    const metadata = metadataSession(client, { tries: rules.region, timeoutMs: rules.timeoutMs });
    return read(bodyText(await metadata.get("GetNodeRegion", path, span)));
  } catch (error) {
    if (!(error instanceof NetworkError) && !(error instanceof MetadataError)) throw error;
    span.note("sdk.node-region", { region: null, message: error.message });
    return null;
  }
}
