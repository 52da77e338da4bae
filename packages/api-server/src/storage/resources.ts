import type { JsonObject } from "@irsa-sim/core";

/** A kind of object that the API server serves. */
export interface Resource {
  readonly kind: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  /** As in paths. */
  readonly plural: string;
  readonly isNamespaced: boolean;
  /** Whether DELETE answers with the object rather than with a `Status`. */
  readonly returnsDeleted: boolean;
  /** How people call it for short. */
  readonly shortNames?: readonly string[];
  /** Whether `kubectl get all` shows it. */
  readonly isOfAll?: boolean;
}

const core = (kind: string, plural: string, is: Pick<Resource, "isNamespaced" | "returnsDeleted" | "shortNames" | "isOfAll">): Resource => ({
  kind,
  group: "",
  version: "v1",
  plural,
  ...is,
});

const rbac = (kind: string, plural: string, isNamespaced: boolean): Resource => ({
  kind,
  group: "rbac.authorization.k8s.io",
  version: "v1",
  plural,
  isNamespaced,
  returnsDeleted: false,
});

const workload = (kind: string, plural: string, group: "apps" | "batch", shortNames: readonly string[] = []): Resource => ({
  kind,
  group,
  version: "v1",
  plural,
  isNamespaced: true,
  returnsDeleted: false,
  shortNames,
  isOfAll: true,
});

/** All of them. */
export const RESOURCES: readonly Resource[] = [
  core("Namespace", "namespaces", { isNamespaced: false, returnsDeleted: true, shortNames: ["ns"] }),
  core("Node", "nodes", { isNamespaced: false, returnsDeleted: false, shortNames: ["no"] }),
  core("ServiceAccount", "serviceaccounts", { isNamespaced: true, returnsDeleted: true, shortNames: ["sa"] }),
  core("Pod", "pods", { isNamespaced: true, returnsDeleted: true, shortNames: ["po"], isOfAll: true }),
  core("ConfigMap", "configmaps", { isNamespaced: true, returnsDeleted: false, shortNames: ["cm"] }),
  core("Secret", "secrets", { isNamespaced: true, returnsDeleted: false }),
  core("Event", "events", { isNamespaced: true, returnsDeleted: false, shortNames: ["ev"] }),
  workload("Deployment", "deployments", "apps", ["deploy"]),
  workload("ReplicaSet", "replicasets", "apps", ["rs"]),
  workload("StatefulSet", "statefulsets", "apps", ["sts"]),
  workload("DaemonSet", "daemonsets", "apps", ["ds"]),
  workload("Job", "jobs", "batch"),
  workload("CronJob", "cronjobs", "batch", ["cj"]),
  rbac("Role", "roles", true),
  rbac("ClusterRole", "clusterroles", false),
  rbac("RoleBinding", "rolebindings", true),
  rbac("ClusterRoleBinding", "clusterrolebindings", false),
  {
    kind: "MutatingWebhookConfiguration",
    group: "admissionregistration.k8s.io",
    version: "v1",
    plural: "mutatingwebhookconfigurations",
    isNamespaced: false,
    returnsDeleted: false,
  },
];

/** The resource of a kind that the code itself names. */
export function resourceOf(kind: string): Resource {
  const resource = RESOURCES.find((candidate) => candidate.kind === kind);
  if (resource === undefined) throw new Error(`no resource of kind ${kind} is served`);
  return resource;
}

/** The resource that an object is of, by what it says of itself; `null` for one that is not served. */
export function resourceNamed({ kind, apiVersion }: JsonObject): Resource | null {
  return RESOURCES.find((candidate) => candidate.kind === kind && apiVersionOf(candidate) === apiVersion) ?? null;
}

/** `v1`, or `admissionregistration.k8s.io/v1`. */
export function apiVersionOf({ group, version }: Pick<Resource, "group" | "version">): string {
  return group === "" ? version : `${group}/${version}`;
}

/** As messages name it: `pods`, or `mutatingwebhookconfigurations.admissionregistration.k8s.io`. */
export function qualifiedName({ plural, group }: Resource): string {
  return group === "" ? plural : `${plural}.${group}`;
}
