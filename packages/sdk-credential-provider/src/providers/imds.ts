/** The node's role, by way of its instance metadata, version 2. */
import { bodyText, type HttpResponse, NetworkError } from "@irsa-sim/core";
import { type Provider, type ProviderInput, setVariables } from "./provider.js";

const BASE = "http://169.254.169.254/latest";
const TOKEN_TTL_SECONDS = 21_600;

/** Asks the instance metadata for the node's credentials; a node that does not answer is no match. */
export const imdsProvider: Provider = async (input) => {
  const inputs = setVariables(input.environment, ["AWS_EC2_METADATA_DISABLED"]);
  if ((input.environment.AWS_EC2_METADATA_DISABLED ?? "").toLowerCase() === "true") return { verdict: "skip", reason: "AWS_EC2_METADATA_DISABLED is true", inputs };
  try {
    const { name, body } = await fetchCredentials(input);
    const credentials = { accessKeyId: body.AccessKeyId, secretAccessKey: body.SecretAccessKey, sessionToken: body.Token, expiresAt: Date.parse(body.Expiration) };
    return { verdict: "match", inputs, credentials, about: { roleArn: name } };
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

/** The metadata service answered, but not with what was asked for. */
class MetadataError extends Error {}

async function fetchCredentials(input: ProviderInput): Promise<{ readonly name: string; readonly body: InstanceCredentials }> {
  const token = bodyText(await send(input, { name: "GetMetadataToken", method: "PUT", path: "/api/token", headers: { "x-aws-ec2-metadata-token-ttl-seconds": String(TOKEN_TTL_SECONDS) } }));
  const headers = { "x-aws-ec2-metadata-token": token };
  const name = bodyText(await send(input, { name: "GetNodeRoleName", method: "GET", path: "/meta-data/iam/security-credentials/", headers })).trim();
  const response = await send(input, { name: "GetNodeCredentials", method: "GET", path: `/meta-data/iam/security-credentials/${name}`, headers });
  return { name, body: JSON.parse(bodyText(response)) as InstanceCredentials };
}

interface MetadataRequest {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function send({ network, span }: ProviderInput, { name, method, path, headers }: MetadataRequest): Promise<HttpResponse> {
  const response = await network.send({ method, url: `${BASE}${path}`, headers, body: "" }, span, { name });
  if (response.status !== 200) throw new MetadataError(`${method} ${path} was answered with ${response.status}`);
  return response;
}
