/** What the API server says of itself: the groups, and in each the resources with what can be done to them. */
import { apiVersionOf, RESOURCES, type Resource } from "../storage/resources.js";

/** A resource as discovery tells of it. */
export interface ServedResource extends Resource {
  readonly singular: string;
  readonly verbs: readonly string[];
  readonly subresources: readonly ServedSubresource[];
}

/** A part of an object with a path of its own. */
export interface ServedSubresource {
  readonly name: string;
  readonly kind: string;
  readonly group: string;
  readonly version: string;
  readonly verbs: readonly string[];
}

/** A version of a group, with its resources. */
export interface ServedGroup {
  readonly group: string;
  readonly version: string;
  readonly resources: readonly ServedResource[];
}

const STORED_VERBS = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];

const review = (kind: string, group: string, isNamespaced = false): ServedResource => ({
  kind,
  group,
  version: "v1",
  plural: `${kind.toLowerCase()}s`,
  singular: kind.toLowerCase(),
  isNamespaced,
  returnsDeleted: false,
  verbs: ["create"],
  subresources: [],
});

/** Kinds that are answered and not kept. */
export const REVIEWS: readonly ServedResource[] = [
  review("TokenReview", "authentication.k8s.io"),
  review("SelfSubjectReview", "authentication.k8s.io"),
  review("LocalSubjectAccessReview", "authorization.k8s.io", true),
  review("SelfSubjectAccessReview", "authorization.k8s.io"),
  review("SelfSubjectRulesReview", "authorization.k8s.io"),
  review("SubjectAccessReview", "authorization.k8s.io"),
];

const SCALE: ServedSubresource = { name: "scale", kind: "Scale", group: "autoscaling", version: "v1", verbs: ["get", "patch", "update"] };

const SUBRESOURCES: Readonly<Record<string, readonly ServedSubresource[]>> = {
  CronJob: [statusOf("CronJob", "batch")],
  DaemonSet: [statusOf("DaemonSet", "apps")],
  Deployment: [SCALE, statusOf("Deployment", "apps")],
  Job: [statusOf("Job", "batch")],
  Namespace: [statusOf("Namespace", "")],
  Node: [statusOf("Node", "")],
  Pod: [
    { name: "attach", kind: "PodAttachOptions", group: "", version: "v1", verbs: ["create", "get"] },
    { name: "ephemeralcontainers", kind: "Pod", group: "", version: "v1", verbs: ["get", "patch", "update"] },
    { name: "exec", kind: "PodExecOptions", group: "", version: "v1", verbs: ["create", "get"] },
    { name: "log", kind: "Pod", group: "", version: "v1", verbs: ["get"] },
    { name: "portforward", kind: "PodPortForwardOptions", group: "", version: "v1", verbs: ["create", "get"] },
    statusOf("Pod", ""),
  ],
  ReplicaSet: [SCALE, statusOf("ReplicaSet", "apps")],
  StatefulSet: [SCALE, statusOf("StatefulSet", "apps")],
  ServiceAccount: [{ name: "token", kind: "TokenRequest", group: "authentication.k8s.io", version: "v1", verbs: ["create"] }],
};

/** The part that says how the object is. */
function statusOf(kind: string, group: string): ServedSubresource {
  return { name: "status", kind, group, version: "v1", verbs: ["get", "patch", "update"] };
}

/** All resources, by group: the core group first. */
export const GROUPS: readonly ServedGroup[] = groupsOf([...RESOURCES.map(served), ...REVIEWS]);

function served(resource: Resource): ServedResource {
  return { ...resource, singular: resource.kind.toLowerCase(), verbs: STORED_VERBS, subresources: SUBRESOURCES[resource.kind] ?? [] };
}

function groupsOf(resources: readonly ServedResource[]): readonly ServedGroup[] {
  const versions = [...new Set(resources.map(apiVersionOf))];
  return versions.map((apiVersion) => {
    const members = resources.filter((resource) => apiVersionOf(resource) === apiVersion);
    const [{ group, version } = { group: "", version: "v1" }] = members;
    return { group, version, resources: members.toSorted((a, b) => (a.plural < b.plural ? -1 : 1)) };
  });
}
