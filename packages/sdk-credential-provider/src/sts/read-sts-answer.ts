import { XMLParser } from "fast-xml-parser";
import type { SdkCredentials } from "../sdk-client.js";

const parser = new XMLParser({ parseTagValue: false, trimValues: true });

interface AssumedCredentials {
  readonly Credentials: { readonly AccessKeyId: string; readonly SecretAccessKey: string; readonly SessionToken: string; readonly Expiration: string };
}

/** Reads the credentials out of STS's answer (sts-and-iam.md, section 1.3). */
export function readAssumedCredentials(action: "AssumeRole" | "AssumeRoleWithWebIdentity", xml: string): SdkCredentials {
  const answer = parser.parse(xml) as Readonly<Record<string, Readonly<Record<string, AssumedCredentials>>>>;
  const result = answer[`${action}Response`]?.[`${action}Result`];
  if (result === undefined) throw new Error(`STS answered 200 without ${action}Result`);
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = result.Credentials;
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiresAt: Date.parse(Expiration) };
}

/** Reads code and message out of an error of AWS's query protocol (sts-and-iam.md, section 1.5). */
export function readQueryError(xml: string): { readonly code: string; readonly message: string } {
  const { ErrorResponse } = parser.parse(xml) as { readonly ErrorResponse?: { readonly Error?: { readonly Code?: string; readonly Message?: string } } };
  return { code: ErrorResponse?.Error?.Code ?? "Unknown", message: ErrorResponse?.Error?.Message ?? "" };
}

/** Reads code and message out of an error of S3 (sts-and-iam.md, section 8.4). */
export function readS3Error(xml: string): { readonly code: string; readonly message: string } {
  const answer = parser.parse(xml) as { readonly Error?: { readonly Code?: string; readonly Message?: string } };
  return { code: answer.Error?.Code ?? "Unknown", message: answer.Error?.Message ?? "" };
}
