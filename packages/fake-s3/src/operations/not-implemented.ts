/** What S3 has and this one has not: it is refused, never ignored. */
import type { HttpHeaders } from "@irsa-sim/core";
import { FAULTS } from "../s3-fault.js";

/** In the query. */
const SUBRESOURCES =
  /^(acl|abac|accelerate|analytics|annotation|attributes|cors|encryption|intelligent-tiering|inventory|legal-hold|lifecycle|logging|metadata\w*|metrics|notification|object-lock|ownershipControls|policyStatus|publicAccessBlock|renameObject|replication|requestPayment|restore|retention|select|session|torrent|versioning|versions|versionId|website)$/;

/** In the headers. */
const HEADERS =
  /^(x-amz-(website-redirect-location|object-lock-.+|bucket-object-lock-enabled|object-ownership|mfa|request-payer|write-offset-bytes|source-expected-bucket-owner|rename-source.*|bypass-governance-retention|optional-object-attributes|bucket-namespace|server-side-encryption-customer-.+|server-side-encryption-context|copy-source-server-side-encryption-customer-.+))$/;

/** Of a header with a value that changes nothing. */
const HARMLESS: Readonly<Record<string, readonly string[]>> = {
  "x-amz-storage-class": ["STANDARD"],
  "x-amz-object-ownership": ["BucketOwnerEnforced"],
  "x-amz-request-payer": ["requester"],
  "x-amz-bucket-object-lock-enabled": ["false"],
};

/** @throws {S3Fault} `NotImplemented` for what is asked in the query or by a header */
export function refuseNotImplemented(query: URLSearchParams, headers: HttpHeaders): void {
  const asked = [...query.keys()].find((name) => SUBRESOURCES.test(name) && !(name === "versionId" && query.get(name) === "null"));
  if (asked !== undefined) throw FAULTS.notImplemented(asked);
  const sent = Object.entries(headers).find(([name, value]) => (HEADERS.test(name) || name in HARMLESS) && !(HARMLESS[name]?.includes(value) ?? false));
  if (sent !== undefined) throw FAULTS.notImplemented(sent[0]);
}
