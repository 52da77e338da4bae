/**
 * kube-apiserver, as far as the flow needs it: objects, the admission chain of a pod, and the TokenRequest subresource.
 * Differs from the real one: two static bearer tokens instead of certificates, a wake-up instead of a watch that stays open, and a scheduler of one line inside.
 * Leaves out: updates, dry run, server-side apply, RBAC beyond "administrator" and "kubelet", API discovery.
 * @see kubernetes-tokens.md, sections 1.1, 7 and 8
 */
import type { Clock, Handler, HttpRequest, HttpResponse, Network, Random, Span } from "@irsa-sim/core";
import type { ApiServerParts } from "./api-server-parts.js";
import { KubernetesStatus, REFUSALS } from "./kubernetes-status.js";
import { createObject } from "./routes/create-object.js";
import { deleteObject } from "./routes/delete-object.js";
import { parseRoute, type Route } from "./routes/parse-route.js";
import { getObject, listObjects } from "./routes/read-objects.js";
import { createObjectStore, type ObjectStore, type StoredObject } from "./storage/object-store.js";
import { resourceOf } from "./storage/resources.js";
import { authenticate, authorize, type StaticToken } from "./users.js";

/** What an API server is made from. */
export interface ApiServerOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly network: Network;
  readonly tokens: readonly StaticToken[];
  /** Answers the `token` subresource of service accounts. */
  readonly tokenRequest: Handler;
  /** The only node, to which every pod is bound. */
  readonly nodeName: string;
}

/** An API server at work. */
export interface ApiServer {
  readonly handler: Handler;
  /** An object as it is now, for caches and controllers; `null` when there is none. */
  read(kind: string, namespace: string | null, name: string): StoredObject | null;
  /** Calls `listener` soon after a pod was stored, bound or removed. */
  onPodsChanged(listener: () => Promise<void>): void;
}

/** Creates an API server with the namespace `default`, its service account `default`, and the node. */
export function createApiServer(options: ApiServerOptions): ApiServer {
  const { clock, random, network, nodeName } = options;
  const store = createObjectStore({ clock, random });
  createFirstObjects(store, nodeName);
  const listeners: (() => Promise<void>)[] = [];
  const wakeWatchers = (): void => {
    for (const listener of listeners) clock.at(clock.now(), listener);
  };
  const podStored = (pod: StoredObject, span: Span): void => {
    bindToNode(store, { pod, nodeName }, span);
    wakeWatchers();
  };
  const parts: ApiServerParts = { store, network, random, podStored, wakeWatchers };
  return {
    handler: createHandler(options, parts),
    read: (kind, namespace, name) => store.read(resourceOf(kind), namespace, name),
    onPodsChanged: (listener) => listeners.push(listener),
  };
}

function createFirstObjects(store: ObjectStore, nodeName: string): void {
  store.create(resourceOf("Namespace"), null, { apiVersion: "v1", kind: "Namespace", metadata: { name: "default" } });
  store.create(resourceOf("ServiceAccount"), "default", { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default" } });
  store.create(resourceOf("Node"), null, { apiVersion: "v1", kind: "Node", metadata: { name: nodeName } });
}

/** The scheduler: there is one node to choose from. */
function bindToNode(store: ObjectStore, { pod, nodeName }: { readonly pod: StoredObject; readonly nodeName: string }, span: Span): void {
  const spec = pod.spec as { readonly nodeName?: string };
  if (spec.nodeName) return;
  store.replace(resourceOf("Pod"), { ...pod, spec: { ...spec, nodeName } } as unknown as StoredObject);
  span.enter("Bind the pod to a node", { step: 2 }).note("scheduler.bound", { pod: `${pod.metadata.namespace}/${pod.metadata.name}`, node: nodeName });
}

function createHandler(options: ApiServerOptions, parts: ApiServerParts): Handler {
  return async (request, span) => {
    try {
      return await route(options, parts, { request, span });
    } catch (error) {
      if (error instanceof KubernetesStatus) return error.toResponse();
      throw error;
    }
  };
}

async function route(
  options: ApiServerOptions,
  parts: ApiServerParts,
  { request, span }: { readonly request: HttpRequest; readonly span: Span },
): Promise<HttpResponse> {
  const user = authenticate(request, options.tokens, span);
  const found = parseRoute(new URL(request.url).pathname);
  if (found === null) throw REFUSALS.noSuchPath();
  authorize(user, { verb: verbOf(request.method, found), resource: resourceName(found), namespace: found.namespace });
  if (resourceName(found) === "serviceaccounts/token" && request.method === "POST") return options.tokenRequest(request, span);
  if (found.subresource !== null) throw REFUSALS.noSuchPath();
  if (found.name === null && request.method === "POST") return createObject(parts, { route: found, request, user, span });
  if (found.name === null && request.method === "GET") return listObjects(parts, found, request);
  if (found.name !== null && request.method === "GET") return getObject(parts, found);
  if (found.name !== null && request.method === "DELETE") return deleteObject(parts, found, span);
  throw REFUSALS.methodNotAllowed();
}

function resourceName({ resource, subresource }: Route): string {
  return subresource === null ? resource.plural : `${resource.plural}/${subresource}`;
}

function verbOf(method: string, { name }: Route): string {
  if (method === "GET") return name === null ? "list" : "get";
  return method === "POST" ? "create" : method.toLowerCase();
}
