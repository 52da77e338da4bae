import type { EpochMillis, JsonObject } from "@irsa-sim/core";
import type { KmsKey } from "./kms-key.js";
import type { Tags } from "./operations/tagging/read-tags.js";

/** An object in a bucket. */
export interface S3Object {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly lastModified: EpochMillis;
  /** In quotation marks: the MD5 of the content or, of an upload in parts, of the parts' MD5s with their number. */
  readonly entityTag: string;
  /** `x-amz-meta-…` and what else is given back as it was sent, by header name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The key that it is encrypted with; `null` for S3's own, which asks nobody. */
  readonly kmsKey: KmsKey | null;
  /** As header and value, such as `x-amz-checksum-crc32`; `null` for what nobody computed one of. */
  readonly checksum: readonly [header: string, value: string] | null;
  /** In bytes, of an upload in parts; `null` of any other. */
  readonly partSizes: readonly number[] | null;
  readonly tags: Tags;
}

/** An upload in parts that is not complete yet. */
export interface MultipartUpload {
  readonly key: string;
  readonly begunAt: EpochMillis;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly kmsKey: KmsKey | null;
  readonly tags: Tags;
  /** By part number. */
  readonly parts: Map<number, { readonly body: Uint8Array; readonly entityTag: string; readonly lastModified: EpochMillis }>;
}

/** A bucket. */
export interface Bucket {
  readonly name: string;
  readonly region: string;
  /** Of the account that owns it. */
  readonly accountId: string;
  readonly createdAt: EpochMillis;
  /** By key. */
  readonly objects: Map<string, S3Object>;
  /** By upload id. */
  readonly uploads: Map<string, MultipartUpload>;
  policy: JsonObject | null;
  /** Default encryption: the key for whatever is stored; `null` for S3's own. */
  readonly kmsKey: KmsKey | null;
}

/** What a bucket is made from: text by key. */
export interface NewBucket {
  readonly name: string;
  readonly region: string;
  readonly accountId: string;
  readonly objects: Readonly<Record<string, string>>;
  /** None when absent. */
  readonly policy?: JsonObject | null;
  /** S3's own key when absent. */
  readonly kmsKey?: KmsKey | null;
  /** By object's key and tag's key; none when absent. */
  readonly objectTags?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
