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

/** Why a document gives no credentials: it is no JSON, the service itself says that it has none, or members are missing. */
export interface DocumentProblem {
  readonly why: "no-json" | "failed" | "incomplete";
  /** In the words of the parser or the service, where there are any. */
  readonly text: string;
}

/** Reads the document, whoever wrote it; without an expiration the keys do not expire. */
export function readCredentialDocument(json: string): { readonly credentials: SdkCredentials } | { readonly problem: DocumentProblem } {
  const parsed = parseJson(json);
  if ("problem" in parsed) return parsed;
  const { Code = "Success", Message = "", AccessKeyId, SecretAccessKey, Token, Expiration = "" } = parsed.document;
  if (Code !== "Success") return { problem: { why: "failed", text: `${Code}: ${Message}` } };
  if (AccessKeyId === undefined || SecretAccessKey === undefined) return { problem: { why: "incomplete", text: "AccessKeyId" } };
  const expiresAt = Date.parse(Expiration);
  const keys = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, ...(Token === undefined ? {} : { sessionToken: Token }) };
  return { credentials: Number.isNaN(expiresAt) ? keys : { ...keys, expiresAt } };
}

type Parsed = Partial<CredentialDocument> & { readonly Code?: string; readonly Message?: string };

function parseJson(json: string): { readonly document: Parsed } | { readonly problem: DocumentProblem } {
  try {
    const document = JSON.parse(json) as unknown;
    return { document: typeof document === "object" && document !== null ? (document as Parsed) : {} };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: { why: "no-json", text: error.message } };
  }
}

/** Writes the document. */
export function credentialDocument({ accessKeyId, secretAccessKey, sessionToken, expiresAt }: NodeKeys): CredentialDocument {
  return { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, Token: sessionToken, Expiration: toRfc3339(expiresAt) };
}
