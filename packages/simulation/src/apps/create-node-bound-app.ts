import { createSdkClient, regionOfNode, type SdkClient, type SdkClientOptions } from "@irsa-sim/sdk-credential-provider";

/**
 * An app that asks its node for the region before it creates a client, as many controllers do, and gives up without an answer.
 * Differs from each of them in its text, which is the EBS CSI driver's for all.
 */
export function createNodeBoundApp(options: SdkClientOptions): SdkClient {
  let client: SdkClient | null = null;
  return {
    async call(call, span) {
      if (client === null) {
        const region = await regionOfNode(options, span.enter("Ask the node for its region", { step: 6, actor: "sdk" }));
        if (region === null) return { ok: false, error: { code: "EC2MetadataUnavailable", message: "ec2 metadata is not available", wire: null } };
        client = createSdkClient({ ...options, region });
      }
      return client.call(call, span);
    },
  };
}
