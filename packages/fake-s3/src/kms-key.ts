import { dnsSuffixOf, type JsonObject, partitionOf } from "@irsa-sim/core";

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

/** Of AWS's own key for S3, which every account has in every region. */
const MANAGED_KEY_ID = "5a3c1f0e-7d2b-4c69-9e84-0b1d2c3e4f50";

/** AWS's own key for S3: whoever of the account comes by S3 may use it. */
export function managedKey({ region, accountId }: { readonly region: string; readonly accountId: string }): KmsKey {
  const conditions = { StringEquals: { "kms:CallerAccount": accountId, "kms:ViaService": `s3.${region}.${dnsSuffixOf(region)}` } };
  const statement = {
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"],
    Resource: "*",
  };
  return {
    arn: `arn:${partitionOf(region)}:kms:${region}:${accountId}:key/${MANAGED_KEY_ID}`,
    accountId,
    policy: { Version: "2012-10-17", Statement: [{ ...statement, Condition: conditions }] },
  };
}

/** What S3 says of an object's encryption in every answer about it; without a key of KMS it is S3's own. */
export function encryptionHeaders(key: KmsKey | null): Readonly<Record<string, string>> {
  if (key === null) return { "x-amz-server-side-encryption": "AES256" };
  return { "x-amz-server-side-encryption": "aws:kms", "x-amz-server-side-encryption-aws-kms-key-id": key.arn };
}
