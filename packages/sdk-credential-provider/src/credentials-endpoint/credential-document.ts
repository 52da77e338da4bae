/** The JSON with credentials that ECS, EKS Pod Identity and the instance metadata hand out. */
import { toRfc3339 } from "@irsa-sim/core";
import type { NodeKeys } from "../imds/node-credentials.js";
import type { SdkCredentials } from "../sdk-client.js";

/** The document's part that is the same everywhere. */
interface CredentialDocument {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly Token: string;
  readonly Expiration: string;
}

/** Reads the document; its keys are trusted to be there, since the simulator's own endpoints wrote them. */
export function parseCredentialDocument(json: string): SdkCredentials {
  const { AccessKeyId, SecretAccessKey, Token, Expiration } = JSON.parse(json) as CredentialDocument;
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: Token, expiresAt: Date.parse(Expiration) };
}

/** Writes the document. */
export function credentialDocument({ accessKeyId, secretAccessKey, sessionToken, expiresAt }: NodeKeys): CredentialDocument {
  return { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, Token: sessionToken, Expiration: toRfc3339(expiresAt) };
}
