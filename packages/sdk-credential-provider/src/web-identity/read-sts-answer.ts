import { XMLParser } from "fast-xml-parser";
import type { SdkCredentials } from "../sdk-client.js";

const parser = new XMLParser({ parseTagValue: false, trimValues: true });

/** Reads the credentials out of STS's answer (sts-and-iam.md, section 1.3). */
export function readAssumedCredentials(xml: string): SdkCredentials {
  const answer = parser.parse(xml) as {
    readonly AssumeRoleWithWebIdentityResponse: {
      readonly AssumeRoleWithWebIdentityResult: {
        readonly Credentials: { readonly AccessKeyId: string; readonly SecretAccessKey: string; readonly SessionToken: string; readonly Expiration: string };
      };
    };
  };
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.AssumeRoleWithWebIdentityResponse.AssumeRoleWithWebIdentityResult.Credentials;
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
