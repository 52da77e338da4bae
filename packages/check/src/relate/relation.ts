import type { LocatedNode, ObjectNode } from "@irsa-sim/documents";
import type { InstalledWebhook } from "../gather/installed-webhook.js";
import type { Cluster, Inventory, NamedObject, Workload } from "../gather/inventory.js";
import type { DecidedAdmission } from "./decide-admission.js";

/** A role as it stands in a workload's world. */
export interface RelatedRole {
  readonly name: string;
  /** 12 digits. */
  readonly account: string;
  /** As in a `RoleDocument`. */
  readonly node: ObjectNode;
}

/** A workload, and what of the input it has to do with. */
export interface Relation {
  readonly workload: Workload;
  /** Of the workload's pods, without what leads to objects that are not here. */
  readonly podSpec: ObjectNode;
  /** `system:serviceaccount:NAMESPACE:NAME`. */
  readonly subject: string;
  readonly serviceAccountName: string;
  /** `null` when it is not given. */
  readonly serviceAccount: NamedObject | null;
  /** Other service accounts: those that the workload may have been meant to run as, and those that its roles trust. */
  readonly neighbours: readonly NamedObject[];
  /** Whether the API server finds it. */
  readonly serviceAccountExists: boolean;
  readonly admission: DecidedAdmission;
  readonly webhook: InstalledWebhook;
  /** Whether the webhook's ConfigMap names the role, and no annotation does. */
  readonly isFromConfigMap: boolean;
  /** The namespace's own object; `null` when it is not given. */
  readonly namespaceObject: NamedObject | null;
  /** Which pods the webhook is asked about, as in the settings of a world; `null` for EKS's own registration. */
  readonly registration: ObjectNode | null;
  /** Variables of AWS that were seen in the container and that the documents do not say. */
  readonly environment: ReadonlyMap<string, string>;
  /** What the service account's annotation names, or the webhook's ConfigMap; `null` when neither does. */
  readonly roleArn: LocatedNode | null;
  readonly cluster: Cluster | null;
  /** With its scheme. */
  readonly issuer: LocatedNode;
  readonly region: string;
  /** 12 digits, of the cluster; of the role where no cluster is given. */
  readonly account: string;
  /** 12 digits, of the role that the annotation names; `account` when it names none. */
  readonly roleAccount: string;
  readonly roles: readonly RelatedRole[];
  /** Managed policies whose documents are given. */
  readonly managedPolicies: Inventory["managedPolicies"];
  /** By account, each as in an `OidcProviderDocument`. */
  readonly oidcProviders: ReadonlyMap<string, readonly ObjectNode[]>;
}
