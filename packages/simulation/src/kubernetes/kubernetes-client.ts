/** What kubectl and controllers send to the API server: one request for one object. */
import type { HttpResponse, JsonObject, Network, Span, TlsPolicy } from "@irsa-sim/core";

/** Whose requests these are, and from where they are sent. */
export interface KubernetesAccess {
  readonly network: Network;
  readonly bearerToken: string;
  readonly tls: TlsPolicy;
}

/** An object by name. */
export interface ObjectReference {
  readonly objectKind: string;
  readonly namespace: string;
  readonly name: string;
}

/** A client of the API server. */
export interface KubernetesClient {
  get(object: ObjectReference, span: Span): Promise<HttpResponse>;
  create(object: JsonObject, span: Span): Promise<HttpResponse>;
  /** A JSON merge patch (RFC 7396). */
  patch(object: ObjectReference, patch: JsonObject, span: Span): Promise<HttpResponse>;
  /** The same of its `status`. */
  patchStatus(object: ObjectReference, status: JsonObject, span: Span): Promise<HttpResponse>;
  /** @param propagationPolicy what becomes of what belongs to it; what its kind has by itself when absent */
  delete(object: ObjectReference, span: Span, propagationPolicy?: "Background"): Promise<HttpResponse>;
}

/** Creates a client; its exchanges are named as the audit log's verbs and kinds: `CreatePod`. */
export function createKubernetesClient(access: KubernetesAccess): KubernetesClient {
  return {
    get: (object, span) => send(access, { name: `Get${object.objectKind}`, method: "GET", path: pathOf(object), body: "" }, span),
    create: (object, span) => {
      const reference = referenceTo(object);
      return send(
        access,
        { name: `Create${reference.objectKind}`, method: "POST", path: collectionOf(reference), body: JSON.stringify(withoutVersion(object)) },
        span,
      );
    },
    patch: (object, patch, span) =>
      send(access, { name: `Patch${object.objectKind}`, method: "PATCH", path: pathOf(object), body: JSON.stringify(patch) }, span),
    patchStatus: (object, status, span) => {
      const request = { method: "PATCH", path: `${pathOf(object)}/status`, body: JSON.stringify({ status }) } as const;
      return send(access, { name: `Patch${object.objectKind}Status`, ...request }, span);
    },
    delete: (object, span, propagationPolicy) => {
      const body = propagationPolicy === undefined ? "" : JSON.stringify({ kind: "DeleteOptions", apiVersion: "v1", propagationPolicy });
      return send(access, { name: `Delete${object.objectKind}`, method: "DELETE", path: pathOf(object), body }, span);
    },
  };
}

/** The name of an object as it is written. */
export function referenceTo(object: JsonObject): ObjectReference {
  const { namespace = "default", name = "" } = object.metadata as { readonly namespace?: string; readonly name?: string };
  return { objectKind: String(object.kind), namespace, name };
}

/** Kinds of objects that somebody can apply and delete. */
export const OBJECT_KINDS = [
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "Job",
  "CronJob",
  "ConfigMap",
  "Secret",
  "Role",
  "ClusterRole",
  "RoleBinding",
  "ClusterRoleBinding",
  "Namespace",
  "MutatingWebhookConfiguration",
] as const;

function collectionOf({ objectKind, namespace }: Omit<ObjectReference, "name">): string {
  const prefix = PREFIXES.find(({ kinds }) => kinds.includes(objectKind));
  if (prefix === undefined) throw new Error(`the client does not know where a ${objectKind} is`);
  return `${prefix.path(namespace)}/${objectKind.toLowerCase()}s`;
}

/** Where kinds are; the plurals of all end in s. */
const PREFIXES: readonly { readonly kinds: readonly string[]; readonly path: (namespace: string) => string }[] = [
  { kinds: ["ServiceAccount", "Pod", "ConfigMap", "Secret"], path: (namespace) => `/api/v1/namespaces/${namespace}` },
  { kinds: ["Deployment", "ReplicaSet", "StatefulSet", "DaemonSet"], path: (namespace) => `/apis/apps/v1/namespaces/${namespace}` },
  { kinds: ["Job", "CronJob"], path: (namespace) => `/apis/batch/v1/namespaces/${namespace}` },
  { kinds: ["Role", "RoleBinding"], path: (namespace) => `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}` },
  { kinds: ["ClusterRole", "ClusterRoleBinding"], path: () => "/apis/rbac.authorization.k8s.io/v1" },
  { kinds: ["Namespace"], path: () => "/api/v1" },
  { kinds: ["MutatingWebhookConfiguration"], path: () => "/apis/admissionregistration.k8s.io/v1" },
];

function pathOf(object: ObjectReference): string {
  return `${collectionOf(object)}/${object.name}`;
}

interface KubernetesRequest {
  readonly name: string;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body: string;
}

/** As kubectl does it: what was read from a cluster can be created again. */
function withoutVersion(object: JsonObject): JsonObject {
  const { resourceVersion, ...metadata } = object.metadata as JsonObject;
  return resourceVersion === undefined ? object : { ...object, metadata };
}

function send({ network, bearerToken, tls }: KubernetesAccess, { name, method, path, body }: KubernetesRequest, span: Span): Promise<HttpResponse> {
  const contentType = method === "PATCH" ? "application/merge-patch+json" : "application/json";
  return network.send(
    {
      method,
      url: `https://kubernetes.default.svc${path}`,
      headers: { authorization: `Bearer ${bearerToken}`, ...(body === "" ? {} : { "content-type": contentType }), accept: "application/json" },
      body,
    },
    span,
    { name, tls },
  );
}
