/**
 * The developer: a person with kubectl and the aws command line, who sends what those tools send.
 * Leaves out: what the tools do before they send, such as client-side validation.
 */

import type { AccountId, Clock } from "@irsa-sim/core";
import { bodyText, type HttpResponse, type JsonObject, type Network, type Span, type TlsPolicy } from "@irsa-sim/core";
import type { User } from "@irsa-sim/iam";
import { signRequest } from "@irsa-sim/sdk-credential-provider";
import { mergePatchBetween } from "./merge-patch-between.js";

/** What the developer works with. */
export interface DeveloperTools {
  readonly network: Network;
  readonly clock: Clock;
  /** The IAM user of an account whose key the aws command line uses. */
  userIn(account: AccountId): User;
  /** The account of the command line's default profile. */
  readonly account: AccountId;
  /** The partition's IAM. */
  readonly iam: { readonly host: string; readonly region: string };
  /** Bearer token of the kubeconfig. */
  readonly kubernetesToken: string;
  readonly publicTls: TlsPolicy;
  readonly clusterTls: TlsPolicy;
}

/** An object by name. */
export interface ObjectReference {
  readonly objectKind: string;
  readonly namespace: string;
  readonly name: string;
}

/** A call of IAM. */
export interface IamCall {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** The default profile's when absent. */
  readonly account?: AccountId | undefined;
}

/** The developer's two tools, and a look at public documents. */
export interface Developer {
  /** `kubectl create`: posts one object. */
  create(object: JsonObject, span: Span): Promise<HttpResponse>;
  /** `kubectl apply`: posts one object or, when it is there, patches it. */
  apply(object: JsonObject, span: Span): Promise<HttpResponse>;
  /** `kubectl delete`: deletes one object. */
  delete(object: ObjectReference, span: Span): Promise<HttpResponse>;
  /** `aws iam …`: calls one action of IAM's query API, in another account with that account's profile. */
  callIam(call: IamCall, span: Span): Promise<HttpResponse>;
  /** `curl`: fetches a public document. */
  fetch(name: string, url: string, span: Span): Promise<HttpResponse>;
}

/** Creates the developer. */
export function createDeveloper(tools: DeveloperTools): Developer {
  const lastApplied = new Map<string, JsonObject>();
  return {
    create: (object, span) => createObject(tools, object, span),
    apply: (object, span) => applyObject({ tools, lastApplied }, object, span),
    delete: (object, span) =>
      callKubernetes(tools, { name: `Delete${object.objectKind}`, method: "DELETE", path: `${collectionOf(object)}/${object.name}`, body: "" }, span),
    callIam: (call, span) => callIam(tools, call, span),
    fetch: (name, url, span) =>
      tools.network.send({ method: "GET", url, headers: { accept: "application/json" }, body: "" }, span, { name, tls: tools.publicTls }),
  };
}

/** Where kubectl posts each kind. */
const COLLECTIONS: Readonly<Record<string, (namespace: string) => string>> = {
  ServiceAccount: (namespace) => `/api/v1/namespaces/${namespace}/serviceaccounts`,
  Pod: (namespace) => `/api/v1/namespaces/${namespace}/pods`,
  Namespace: () => "/api/v1/namespaces",
  MutatingWebhookConfiguration: () => "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations",
};

function collectionOf({ objectKind, namespace }: Omit<ObjectReference, "name">): string {
  const collection = COLLECTIONS[objectKind];
  if (collection === undefined) throw new Error(`the developer does not know where a ${objectKind} is`);
  return collection(namespace);
}

function referenceTo(object: JsonObject): ObjectReference {
  const { namespace = "default", name = "" } = object.metadata as { readonly namespace?: string; readonly name?: string };
  return { objectKind: String(object.kind), namespace, name };
}

function createObject(tools: DeveloperTools, object: JsonObject, span: Span): Promise<HttpResponse> {
  const reference = referenceTo(object);
  return callKubernetes(tools, { name: `Create${reference.objectKind}`, method: "POST", path: collectionOf(reference), body: JSON.stringify(object) }, span);
}

interface Applying {
  readonly tools: DeveloperTools;
  /** What was applied the last time, by path. */
  readonly lastApplied: Map<string, JsonObject>;
}

/**
 * Differs from kubectl, which asks first and then creates or patches, and keeps what it applied in an annotation of the object: here the creation is tried
 * first, the developer remembers, and the patch is a JSON merge patch.
 */
async function applyObject({ tools, lastApplied }: Applying, object: JsonObject, span: Span): Promise<HttpResponse> {
  const reference = referenceTo(object);
  const path = `${collectionOf(reference)}/${reference.name}`;
  const last = lastApplied.get(path) ?? {};
  lastApplied.set(path, object);
  const created = await createObject(tools, object, span);
  if (created.status !== 409) return created;
  const body = JSON.stringify(mergePatchBetween(last, object));
  return callKubernetes(tools, { name: `Patch${reference.objectKind}`, method: "PATCH", path, body }, span);
}

interface KubernetesCall {
  readonly name: string;
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body: string;
}

function callKubernetes(tools: DeveloperTools, { name, method, path, body }: KubernetesCall, span: Span): Promise<HttpResponse> {
  const contentType = method === "PATCH" ? "application/merge-patch+json" : "application/json";
  return tools.network.send(
    {
      method,
      url: `https://kubernetes.default.svc${path}`,
      headers: { authorization: `Bearer ${tools.kubernetesToken}`, ...(body === "" ? {} : { "content-type": contentType }), accept: "application/json" },
      body,
    },
    span,
    { name, tls: tools.clusterTls },
  );
}

async function callIam(tools: DeveloperTools, { action, parameters, account = tools.account }: IamCall, span: Span): Promise<HttpResponse> {
  const request = await signRequest({
    request: {
      method: "POST",
      url: `https://${tools.iam.host}/`,
      headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
      body: new URLSearchParams({ Action: action, Version: "2010-05-08", ...parameters }).toString(),
    },
    service: "iam",
    region: tools.iam.region,
    credentials: tools.userIn(account),
    at: tools.clock.now(),
  });
  return tools.network.send(request, span, { name: action, tls: tools.publicTls });
}

/** What a refused Kubernetes request said. */
export function readKubernetesStatus(response: HttpResponse): { readonly code: string; readonly status: number; readonly message: string } {
  const { reason = "Unknown", message = "" } = JSON.parse(bodyText(response)) as { readonly reason?: string; readonly message?: string };
  return { code: reason, status: response.status, message };
}
