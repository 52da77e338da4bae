/**
 * kube-apiserver, as far as the flow needs it: objects, the admission chain of a pod, and the TokenRequest subresource.
 * Differs from the real one: bearer tokens of a token file instead of client certificates, answers instead of streams for a watch in memory, and the scheduler inside.
 * Differs too in protobuf, which it reads and does not write, and in managed fields, which a run keeps from an object's first server-side apply on and which name no subresource.
 * @see kubernetes-tokens.md, sections 1.1, 1.9, 7 and 8; webhook.md, section 9.5
 */
import type { Clock, Handler, HttpRequest, HttpResponse, Network, Random, Span } from "@irsa-sim/core";
import { createTokenAuthenticator } from "./access/authenticate-token.js";
import type { Grant } from "./access/decide-authorization.js";
import type { ServiceAccountTokens } from "./access/service-account-token/service-account-tokens.js";
import type { StaticToken } from "./access/user.js";
import { prepareNamespace } from "./admission/objects/namespace.js";
import { inJson, isProtobuf } from "./decoding/body-in-json.js";
import { collectGarbage } from "./deletion/collect-garbage.js";
import { expireEvents } from "./deletion/expire-events.js";
import type { IssuerDocuments } from "./discovery/answer-issuer-documents.js";
import { KubernetesStatus } from "./kubernetes-status.js";
import type { TokenRequestHandler } from "./routes/answer-options.js";
import { answerRequest } from "./routes/answer-request.js";
import { type AnswerForm, inMediaType, JSON_FORM, negotiateAnswer } from "./routes/negotiate-answer.js";
import { parseRoute } from "./routes/parse-route.js";
import type { ClusterStateAccess } from "./storage/cluster-state.js";
import { furnishNamespace, type NamespaceSources } from "./storage/furnish-namespace.js";
import type { KubernetesObject, StoredObject } from "./storage/kubernetes-object.js";
import { createObjectStore } from "./storage/object-store.js";
import { createRenewableRandom } from "./storage/renewable-random.js";
import { RESOURCES, resourceOf } from "./storage/resources.js";
import { collectWarnings } from "./warnings.js";

/** What an API server is made from. */
export interface ApiServerOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** By which webhooks are reached. */
  readonly network: Network;
  /** Who may call, as with `--token-auth-file`; whoever is added later may from then on. */
  readonly tokens: readonly StaticToken[];
  /** What callers may do who are neither in `system:masters` nor kubelets; nothing when absent. */
  readonly grants?: readonly Grant[];
  /** Answers the `token` subresource of service accounts; who calls is known and allowed by then. */
  readonly tokenRequest: TokenRequestHandler;
  /** The first node, to which pods are bound that name none. */
  readonly nodeName: string;
  /** Lets a pod that names a node that is not there make it, and is told of it; pods make no nodes when absent. */
  readonly onNodeJoined?: (nodeName: string) => void;
  /** Accepts tokens of service accounts, from callers and in TokenReviews; absent for none. */
  readonly serviceAccountTokens?: ServiceAccountTokens;
  /** Serves the issuer's documents too; absent for who does not. */
  readonly issuerDocuments?: IssuerDocuments;
  /** Gives pods the `kube-api-access-…` volume, with this certificate (PEM) in the ConfigMap `kube-root-ca.crt` of every namespace; absent for none. */
  readonly apiAccess?: { readonly rootCertificate: string };
  /** Whether controllers put into each namespace what belongs there: its service account `default`, and the root certificate; `true` when absent. */
  readonly hasControllers?: boolean;
  /**
   * Lets people and controllers go on with the objects, and records under this span what the server itself does about them: they go step by step when they are deleted,
   * workloads are completed and numbered, events are written and expire. When absent objects go at once and stay as they were sent, which is all that the flow needs.
   */
  readonly liveUnder?: Span;
  /** As `--allow-privileged`; `false` when absent. */
  readonly allowsPrivileged?: boolean;
  /** Of Kubernetes, as `/version` says it; the newest that is known when absent. */
  readonly minorVersion?: number;
}

/** An API server at work. */
export interface ApiServer {
  /** Answers for `https://kubernetes.default.svc`. */
  readonly handler: Handler;
  /** An object as it is now, for controllers of the same process and who looks at the cluster from outside; `null` when there is none. */
  read(kind: string, namespace: string | null, name: string): StoredObject | null;
  /** All of them, for who keeps them. */
  readonly state: ClusterStateAccess;
}

/**
 * Creates an API server with the first namespaces, what belongs in each of them, and the node.
 *
 * @example
 * const apiServer = createApiServer({ clock, random, network, tokens, tokenRequest, nodeName: "node-1" });
 * hosts.listen({ host: "kubernetes.default.svc", actor: "api-server", handler: apiServer.handler, certificate });
 */
export function createApiServer(options: ApiServerOptions): ApiServer {
  const {
    clock,
    network,
    tokens,
    tokenRequest,
    nodeName,
    serviceAccountTokens,
    grants = [],
    hasControllers = true,
    allowsPrivileged = false,
    minorVersion = NEWEST_MINOR,
  } = options;
  const rootCertificate = options.apiAccess?.rootCertificate ?? null;
  const { random, renew } = createRenewableRandom(options.random);
  const store = createObjectStore({ clock, random });
  const parts = {
    store,
    network,
    clock,
    random,
    rootCertificate,
    hasControllers,
    allowsPrivileged,
    isLive: options.liveUnder !== undefined,
    nodeName,
    onNodeJoined: options.onNodeJoined,
    grants,
    minorVersion,
  };
  createFirstObjects(parts);
  if (options.liveUnder !== undefined) {
    collectGarbage(parts, options.liveUnder);
    expireEvents(parts);
  }
  const apiAudiences = serviceAccountTokens?.apiAudiences ?? [];
  const authenticateToken = createTokenAuthenticator({ tokens, serviceAccountTokens, store, clock });
  return {
    handler: async (sent, span) => {
      const warnings = collectWarnings();
      let form: AnswerForm = JSON_FORM;
      try {
        form = negotiateAnswer(sent);
        const request = isProtobuf(sent) ? await inJson(sent) : sent;
        const answer = await answerRequest(
          { parts, authenticateToken, apiAudiences, tokenRequest, issuerDocuments: options.issuerDocuments, warnings },
          request,
          span,
        );
        return inMediaType(warnings.on(form.isTable ? await inTable(answer, request, clock) : answer), form);
      } catch (error) {
        if (error instanceof KubernetesStatus) return inMediaType(warnings.on(error.toResponse()), form);
        throw error;
      }
    },
    read: (kind, namespace, name) => {
      const resource = RESOURCES.find((candidate) => candidate.kind === kind);
      return resource === undefined ? null : store.read(resource, namespace, name);
    },
    state: {
      read: store.state,
      restore(state) {
        renew(`after ${state.version}`);
        store.restore(state);
        for (const { metadata } of store.list(resourceOf("Node"), null)) if (metadata.name !== nodeName) options.onNodeJoined?.(metadata.name);
      },
      onChanged: (listener) => store.onChanged(({ version, object, type }) => listener({ version, object, isGone: type === "DELETED" })),
    },
  };
}

/** The version whose sources this imitates. */
const NEWEST_MINOR = 36;

/** Only people's clients want tables, so what makes them is loaded when the first one is asked for. */
async function inTable(response: HttpResponse, request: HttpRequest, clock: Clock): Promise<HttpResponse> {
  const route = parseRoute(new URL(request.url).pathname);
  if (typeof route === "string" || route.subresource !== null) return response;
  const { asTable } = await import("./tables/as-table.js");
  return asTable(response, { request, kind: route.resource.kind, clock });
}

/** In the order in which a cluster gets them. */
const NAMESPACES = ["default", "kube-system", "kube-public", "kube-node-lease"];

function createFirstObjects(parts: NamespaceSources & { readonly nodeName: string }): void {
  const { store, nodeName } = parts;
  const create = (kind: string, object: KubernetesObject): void => void store.create(resourceOf(kind), null, { kind, apiVersion: "v1", ...object });
  create("Node", { metadata: { name: nodeName, labels: { "kubernetes.io/hostname": nodeName } } });
  for (const name of NAMESPACES) {
    create("Namespace", prepareNamespace({ metadata: { name } }));
    furnishNamespace(parts, name);
  }
}
