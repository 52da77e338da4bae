/** What stands in the files, sorted by what it is; every value remembers its place. */
import type { LocatedNode, ObjectNode, RecognisedDocument, RoleDocument } from "@irsa-sim/documents";
import type { InstalledWebhook } from "./installed-webhook.js";
import type { NamedObject, Workload } from "./named-object.js";

export type { NamedObject, Workload };

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
  readonly secrets: readonly NamedObject[];
  readonly webhook: InstalledWebhook;
  readonly namespaces: readonly NamedObject[];
  /** Roles and bindings of the cluster. */
  readonly grants: readonly NamedObject[];
  /** Names of service accounts that other objects refer to, by namespace, each with the object. */
  readonly referred: ReadonlyMap<string, ReadonlyMap<string, string>>;
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
