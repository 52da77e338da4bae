import type { AccountId, JsonObject } from "@irsa-sim/core";

/** What stands in AWS. */
export interface AwsDescription {
  readonly account: AccountId;
  readonly oidcProviders: readonly OidcProviderDescription[];
  readonly roles: Readonly<Record<string, RoleDescription>>;
  /** Of other clusters, which were there before. */
  readonly otherOidcProviders: number;
  readonly users: Readonly<Record<string, UserDescription>>;
  /** Further accounts by id, in their order. */
  readonly accounts: ReadonlyMap<AccountId, Pick<AwsDescription, "oidcProviders" | "roles">>;
  readonly sts: {
    /** `null` for no limit. */
    readonly rateLimit: { readonly calls: number; readonly perMs: number } | null;
    /** Where the account has not activated it. */
    readonly inactiveRegions: readonly string[];
  };
  /** `absent` for a node without a role. */
  readonly nodeRole: { readonly absent: boolean; readonly name: string; readonly policies: Readonly<Record<string, JsonObject>> };
  /** AWS's own defaults where absent. */
  readonly quotas: { readonly trustPolicyCharacters?: number; readonly oidcProviders?: number };
  /** Until STS and S3 see a change in IAM. */
  readonly propagationSeconds: number;
  /** Policies by name; `null` for an account of no organization. */
  readonly organization: {
    readonly serviceControlPolicies: Readonly<Record<string, JsonObject>>;
    readonly resourceControlPolicies: Readonly<Record<string, JsonObject>>;
  } | null;
  /** By id; `policy` is `null` for the one that AWS gives a new key. */
  readonly kmsKeys: Readonly<Record<string, { readonly account: AccountId; readonly policy: JsonObject | null }>>;
  /** By bucket; absent where nothing is special. */
  readonly bucketSettings: Readonly<Record<string, BucketDescription>>;
  /** Bucket to key to content. */
  readonly buckets: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A role to be created in IAM. */
export interface RoleDescription {
  readonly path: string;
  readonly trustPolicy: JsonObject;
  /** Permission policies by name. */
  readonly policies: Readonly<Record<string, JsonObject>>;
  readonly maxSessionDurationSeconds: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** A user who is there from the beginning. */
export interface UserDescription {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Permission policies by name. */
  readonly policies: Readonly<Record<string, JsonObject>>;
}

/** An OIDC provider to be created in IAM. */
export interface OidcProviderDescription {
  /** With `https://`. */
  readonly url: string;
  readonly clientIds: readonly string[];
  /** `null`: computed from the issuer's certificate chain. */
  readonly thumbprints: readonly string[] | null;
}

/** What is special about a bucket. */
export interface BucketDescription {
  readonly account: AccountId;
  readonly policy: JsonObject | null;
  /** Id of a key of `kmsKeys`; `null` for S3's own. */
  readonly kmsKey: string | null;
}
