import type { JsonObject } from "@irsa-sim/core";

/** A customer managed key under which S3 encrypts objects: its name, and who may use it. */
export interface KmsKey {
  /** `arn:aws:kms:REGION:ACCOUNT:key/ID`. */
  readonly arn: string;
  /** Of the account that owns it. */
  readonly accountId: string;
  /** The key policy: without it nobody may use the key, whatever policies in IAM say. */
  readonly policy: JsonObject;
}

/** The key policy that AWS gives a new key: the account's own policies in IAM decide. */
export function defaultKeyPolicy(accountId: string, partition = "aws"): JsonObject {
  const Principal = { AWS: `arn:${partition}:iam::${accountId}:root` };
  return { Version: "2012-10-17", Statement: [{ Sid: "Enable IAM User Permissions", Effect: "Allow", Principal, Action: "kms:*", Resource: "*" }] };
}

/** What S3 says of an object's encryption in every answer about it. */
export function encryptionHeaders(key: KmsKey | null): Readonly<Record<string, string>> {
  if (key === null) return {};
  return { "x-amz-server-side-encryption": "aws:kms", "x-amz-server-side-encryption-aws-kms-key-id": key.arn };
}
