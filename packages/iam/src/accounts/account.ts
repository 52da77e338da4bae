/**
 * What an AWS account holds, as far as IRSA depends on it: OIDC providers, roles with their policies, users with long-lived keys.
 * Leaves out: groups, instance profiles.
 */
import type { AccountId, Arn, EpochMillis, JsonObject, Partition } from "@irsa-sim/core";
import type { StoredPolicy } from "../evaluation/stored-policy.js";
import type { VpcEndpoint } from "./vpc-endpoint.js";

/** An IAM OpenID Connect provider: the record that says which issuer an account trusts (sts-and-iam.md, section 4.1). */
export interface OpenIdConnectProvider {
  /** `arn:aws:iam::ACCOUNT:oidc-provider/` and the URL without its scheme. */
  readonly arn: Arn;
  /** The issuer without `https://`, as IAM stores and returns it. */
  readonly url: string;
  readonly clientIds: readonly string[];
  /** SHA-1, 40 lower-case hex characters each. */
  readonly thumbprints: readonly string[];
  /** By key, as given; absent for none. */
  readonly tags?: ReadonlyMap<string, string>;
  readonly createdAt: EpochMillis;
}

/** One version of a managed policy. */
export interface ManagedPolicyVersion {
  /** `v1`. */
  readonly id: string;
  readonly document: JsonObject;
  readonly createdAt: EpochMillis;
}

/** A policy that stands on its own and can be attached to roles, or be their permissions boundary. */
export interface ManagedPolicy {
  readonly arn: Arn;
  /** `ANPA` and 17 characters. */
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly description: string | null;
  /** Oldest first, at most five. */
  readonly versions: readonly ManagedPolicyVersion[];
  readonly defaultVersionId: string;
  /** The number of the version that was created last; numbers are not used again. */
  readonly lastVersion: number;
  readonly tags: ReadonlyMap<string, string>;
  readonly createdAt: EpochMillis;
  readonly updatedAt: EpochMillis;
}

/** An IAM role. */
export interface Role {
  readonly arn: Arn;
  /** `AROA` and 17 characters; credentials are bound to it, so a role made again under the same name is another role. */
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly trustPolicy: StoredPolicy;
  /** By policy name. */
  readonly inlinePolicies: ReadonlyMap<string, StoredPolicy>;
  /** ARNs of managed policies, in the order of attaching; absent for none. */
  readonly attachedPolicyArns?: readonly Arn[];
  /** The managed policy that limits what the role's policies grant; absent for none. */
  readonly permissionsBoundaryArn?: Arn;
  readonly description?: string;
  /** By key, as given; keys compare without regard to case. */
  readonly tags: ReadonlyMap<string, string>;
  /** 3600 to 43200. */
  readonly maxSessionDurationSeconds: number;
  readonly createdAt: EpochMillis;
}

/** An IAM user with one long-lived access key; the simulator's developer is one. */
export interface User {
  readonly arn: Arn;
  /** `AIDA` and 17 characters. */
  readonly id: string;
  readonly name: string;
  /** `AKIA` and 16 characters. */
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly policies: readonly StoredPolicy[];
  /** The policy that limits what the user's policies grant; absent for none. */
  readonly permissionsBoundary?: StoredPolicy;
}

/** Quotas that AWS raises on request. */
export interface Quotas {
  /** `ACLSizePerRole`: of a trust policy, without white space. */
  readonly trustPolicyCharacters: number;
  /** `OpenIdConnectProvidersPerAccount`. */
  readonly oidcProviders: number;
}

/** The guardrails of the organization that an account belongs to; `null` for each kind when it belongs to none. */
export interface Guardrails {
  /** Limit what the account's own users and roles may do. */
  readonly serviceControlPolicies: readonly StoredPolicy[] | null;
  /** Limit what anybody may do with the account's resources. */
  readonly resourceControlPolicies: readonly StoredPolicy[] | null;
}

/** One AWS account. */
export interface Account {
  readonly id: AccountId;
  /** An account belongs to one; an ARN of another partition never names anything in it. */
  readonly partition: Partition;
  readonly quotas: Quotas;
  readonly guardrails: Guardrails;
  /** `o-exampleorgid`; `null` for an account of no organization. */
  readonly organizationId: string | null;
  /** By URL without scheme. */
  readonly oidcProviders: Map<string, OpenIdConnectProvider>;
  /** By role name. */
  readonly roles: Map<string, Role>;
  /** The account's own managed policies, by ARN. */
  readonly policies: Map<string, ManagedPolicy>;
  /** By user name. */
  readonly users: Map<string, User>;
}

/** A change on its way to a reader. */
export interface UnseenChange {
  readonly arn: string;
  readonly changedAt: EpochMillis;
  readonly seenFrom: EpochMillis;
}

/** All accounts of a run. */
export interface Iam {
  /** `null` when no such account exists. */
  account(id: string): Account | null;
  /** The role with exactly this ARN, path included; `null` when there is none. */
  findRole(arn: string): Role | null;
  /** The user whose long-lived access key this is; `null` when there is none. */
  findUser(accessKeyId: string): User | null;
  /** The VPC endpoint with this id; `null` when there is none. */
  findVpcEndpoint(id: string): VpcEndpoint | null;
  /** The last change of a role or an OIDC provider that a reader of this copy does not see yet; `null` when it sees all. */
  unseenChange(arn: string): UnseenChange | null;
}
