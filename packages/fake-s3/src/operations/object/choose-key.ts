import type { HttpHeaders } from "@irsa-sim/core";
import type { Bucket } from "../../bucket.js";
import { type KmsKey, managedKey } from "../../kms-key.js";
import { FAULTS } from "../../s3-fault.js";

const ALGORITHM = "x-amz-server-side-encryption";
const KEY_ID = "x-amz-server-side-encryption-aws-kms-key-id";

/**
 * The key that a new object is encrypted with: what the request says, else the bucket's default; `null` for S3's own.
 * Leaves out: aliases, two layers of encryption, keys that a client brings.
 *
 * @throws {S3Fault} `InvalidArgument`, `KMS.NotFoundException` or `NotImplemented`
 */
export function chooseKey(headers: HttpHeaders, bucket: Bucket, keys: readonly KmsKey[]): KmsKey | null {
  const { [ALGORITHM]: algorithm, [KEY_ID]: id } = headers;
  if (algorithm === undefined && id === undefined) return bucket.kmsKey;
  if (algorithm === "aws:kms:dsse" || id?.includes("alias/") === true) throw FAULTS.notImplemented(id === undefined ? ALGORITHM : KEY_ID);
  if (algorithm !== undefined && algorithm !== "AES256" && algorithm !== "aws:kms")
    throw FAULTS.invalidArgument("The encryption method specified is not supported", ALGORITHM, algorithm);
  if (id !== undefined && algorithm !== "aws:kms")
    throw FAULTS.invalidArgument(`Server Side Encryption with AWS KMS managed key requires HTTP header ${ALGORITHM} : aws:kms`, ALGORITHM, algorithm ?? "null");
  if (algorithm === "AES256") return null;
  if (id === undefined) return bucket.kmsKey ?? managedKey(bucket);
  const key = keys.find(({ arn }) => arn === id || arn.endsWith(`:key/${id}`));
  if (key === undefined) throw FAULTS.keyMissing(id);
  return key;
}
