/** What stands in the files, sorted by what it is; every value remembers its place. */
import type { KubernetesObject, LocatedNode, ObjectNode, RecognisedDocument, RoleDocument } from "@irsa-sim/documents";

/** A Kubernetes object by its name. */
export interface NamedObject {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly document: KubernetesObject;
}

/** What makes pods by a template, or a pod itself. */
export interface Workload extends NamedObject {
  /** Labels and annotations of its pods; `null` when it gives none. */
  readonly podMetadata: ObjectNode | null;
  readonly podSpec: ObjectNode;
}

/** A cluster, as EKS describes it. */
export interface Cluster {
  readonly name: string;
  /** `null` where the document does not say it. */
  readonly account: string | null;
  readonly region: string | null;
  /** With its scheme. */
  readonly issuer: LocatedNode | null;
  readonly node: ObjectNode;
}

/** A role. */
export interface Role {
  readonly document: RoleDocument;
  readonly name: string;
  /** 12 digits; `null` where the document does not say it. */
  readonly account: string | null;
}

/** An OIDC provider of IAM. */
export interface OidcProvider {
  /** With its scheme. */
  readonly url: string;
  readonly node: ObjectNode;
}

type Document<Kind extends RecognisedDocument["kind"]> = Extract<RecognisedDocument, { kind: Kind }>;

/** Everything that a check knows. */
export interface Inventory {
  /** Which somebody looked at, 12 digits; `null` when they did not say. */
  readonly account: string | null;
  readonly workloads: readonly Workload[];
  readonly serviceAccounts: readonly NamedObject[];
  readonly configMaps: readonly NamedObject[];
  readonly namespaces: readonly NamedObject[];
  /** MutatingWebhookConfigurations. */
  readonly registrations: readonly NamedObject[];
  readonly clusters: readonly Cluster[];
  readonly roles: readonly Role[];
  readonly policies: readonly Document<"policy">[];
  readonly managedPolicies: readonly Document<"managed-policy">[];
  readonly attachedPolicies: readonly Document<"attached-policies">[];
  readonly oidcProviders: readonly OidcProvider[];
  /** Lists of ARNs, each the whole of an account. */
  readonly oidcProviderArns: readonly Document<"oidc-provider-arns">[];
}
