import type { LocatedNode, ObjectNode } from "../tree/located-tree.js";

/** A Kubernetes object of whatever kind, as somebody would write it: without what the cluster adds while it lives. */
export interface KubernetesObject {
  readonly kind: "kubernetes-object";
  readonly node: ObjectNode;
  /** With what the cluster added, such as `status` and `metadata.uid`. */
  readonly asFound: ObjectNode;
}

/** A policy document: bare, or of one of IAM's answers. */
export interface PolicyDocument {
  readonly kind: "policy";
  /** `null` for one that stands bare. */
  readonly name: string | null;
  /** The role that has it inline; `null` where the document does not say so. */
  readonly role: string | null;
  readonly node: LocatedNode;
}

/** An IAM role. */
export interface RoleDocument {
  readonly kind: "role";
  /** `null` where it was left out of the answer. */
  readonly name: string | null;
  /** `null` where it was left out of the answer. */
  readonly arn: string | null;
  /** What objects of Kubernetes call the role that one of them makes, where that is not its name. */
  readonly referredAs?: string;
  /**
   * Those of the members that the answer has: `trustPolicy`; `path`, `description`, `maxSessionDurationSeconds`; `tags` by key; inline `policies` by name;
   * `attachedPolicies`, a list of ARNs; `permissionsBoundary`, an ARN.
   */
  readonly node: ObjectNode;
}

/** A policy that stands on its own. */
export interface ManagedPolicyDocument {
  readonly kind: "managed-policy";
  readonly arn: string;
  /** What it allows by its default version; `null` where the answer does not say it. */
  readonly node: LocatedNode | null;
}

/** Which managed policies a role has. */
export interface AttachedPoliciesDocument {
  readonly kind: "attached-policies";
  /** `null` where the document does not say it. */
  readonly role: string | null;
  /** A list of ARNs. */
  readonly node: LocatedNode;
}

/** An OIDC provider of IAM, with `url`, `clientIds` and `thumbprints`. */
export interface OidcProviderDocument {
  readonly kind: "oidc-provider";
  readonly node: ObjectNode;
}

/** Which OIDC providers an account has. */
export interface OidcProviderArnsDocument {
  readonly kind: "oidc-provider-arns";
  /** A list of ARNs. */
  readonly node: LocatedNode;
}

/** An EKS cluster. */
export interface ClusterDocument {
  readonly kind: "cluster";
  /** Those of the members that the answer has: `name`, `arn`, `region`, `issuer` (with its scheme) and `version`. */
  readonly node: ObjectNode;
}

/** Which account somebody looked at, 12 digits. */
export interface CallerIdentityDocument {
  readonly kind: "caller-identity";
  readonly node: LocatedNode;
}

/** A call of AssumeRoleWithWebIdentity that CloudTrail recorded. */
export interface WebIdentityCallDocument {
  readonly kind: "web-identity-call";
  /** Those of the members that the event has: `time`; `subject`, the token's; `provider`, an ARN; `role`, an ARN; `errorCode` and `errorMessage`. */
  readonly node: ObjectNode;
}

/** What nobody here knows. */
export interface UnknownDocument {
  readonly kind: "unknown";
  readonly node: LocatedNode;
}

/** What was recognised. */
export type RecognisedDocument =
  | KubernetesObject
  | PolicyDocument
  | RoleDocument
  | ManagedPolicyDocument
  | AttachedPoliciesDocument
  | OidcProviderDocument
  | OidcProviderArnsDocument
  | ClusterDocument
  | CallerIdentityDocument
  | WebIdentityCallDocument
  | UnknownDocument;
