/** The node's role, by way of its instance metadata. */
import { bodyText, NetworkError } from "@irsa-sim/core";
import { MetadataError, metadataSession } from "../imds/metadata-session.js";
import { type Provider, type ProviderInput, setVariables } from "./provider.js";

const CREDENTIALS_PATH = "/meta-data/iam/security-credentials/";

/** Asks the instance metadata for the node's credentials; a node that does not answer is no match. */
export const imdsProvider: Provider = async (input) => {
  const inputs = setVariables(input.environment, ["AWS_EC2_METADATA_DISABLED"]);
  if ((input.environment.AWS_EC2_METADATA_DISABLED ?? "").toLowerCase() === "true")
    return { verdict: "skip", reason: "AWS_EC2_METADATA_DISABLED is true", inputs };
  try {
    const { name, body } = await fetchCredentials(input);
    const credentials = {
      accessKeyId: body.AccessKeyId,
      secretAccessKey: body.SecretAccessKey,
      sessionToken: body.Token,
      expiresAt: Date.parse(body.Expiration),
    };
    return { verdict: "match", inputs, credentials, about: { roleName: name } };
  } catch (error) {
    if (!(error instanceof NetworkError) && !(error instanceof MetadataError)) throw error;
    return { verdict: "skip", reason: `instance metadata: ${error.message}`, inputs };
  }
};

interface InstanceCredentials {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly Token: string;
  readonly Expiration: string;
}

async function fetchCredentials({ network, span }: ProviderInput): Promise<{ readonly name: string; readonly body: InstanceCredentials }> {
  const metadata = await metadataSession(network, span);
  const name = bodyText(await metadata.get("GetNodeRoleName", CREDENTIALS_PATH)).trim();
  const response = await metadata.get("GetNodeCredentials", `${CREDENTIALS_PATH}${name}`);
  return { name, body: JSON.parse(bodyText(response)) as InstanceCredentials };
}
