import { type ApiServer, createApiServer, type StaticToken } from "@irsa-sim/api-server";
import {
  bodyText,
  createInMemoryFiles,
  type Handler,
  type HttpRequest,
  type HttpResponse,
  type IssuerUrl,
  type Span,
  type Trace,
  trustAnchors,
} from "@irsa-sim/core";
import { createKubelet, type PullImage, type StatusSources } from "@irsa-sim/kubelet-projector";
import { createOidcIssuer } from "@irsa-sim/oidc-issuer";
import { createTokensController } from "@irsa-sim/tokens-controller";
import { privateAddressOf } from "../network/address-of.js";
import type { TokenIssuer } from "../node/listen-pod-identity-agent.js";
import type { Refusal } from "../refusal.js";
import { issuerCertificate } from "../settings/cluster/issuer/issuer-certificate.js";
import { createWorkloadControllers } from "../workloads/create-workload-controllers.js";
import { decideEnding } from "../workloads/decide-ending.js";
import { WORKLOAD_GRANTS, WORKLOAD_TOKENS } from "../workloads/workload-users.js";
import type { World } from "../world.js";
import { CONTROLLER_TOKEN, DEVELOPER_TOKEN, kubeletToken, WEBHOOK_TOKEN } from "./bearer-tokens.js";
import { createClusterWebhook } from "./create-cluster-webhook.js";
import { createNodes } from "./create-nodes.js";
import type { IssuerHosts } from "./issuer-hosts.js";
import type { ClusterWiring } from "./wiring.js";

/** The service account that the webhook runs as. */
const WEBHOOK_USER = "system:serviceaccount:default:pod-identity-webhook";

/** What a cluster needs beside what all actors are wired with. */
interface ClusterOptions {
  readonly trace: Trace;
  readonly issuerHosts: IssuerHosts;
  readonly pullImage: PullImage;
  readonly signal: AbortSignal;
  /** Told what the controllers of workloads were refused. */
  readonly onRefusal: (refusal: Refusal) => void;
}

/** What of a world depends on who keeps the cluster's objects and runs its pods. */
export type ControlPlane = Pick<World, "kubelet" | "readObject" | "clusterState" | "podNamed" | "associations" | "rotateIssuerKey" | "delayWebhookWatch"> & {
  /** Whose tokens EKS Auth takes; `null` where it takes none. */
  readonly tokenIssuer: TokenIssuer | null;
};

/** Issuer, API server, tokens controller, webhook and kubelet of one cluster, whose first node others join when pods name them. */
export async function createCluster(
  { clock, networkFrom, random, keys, hosts, description, reportsStatus, hasClients, makeIssuerKey }: ClusterWiring,
  { trace, issuerHosts, pullImage, signal, onRefusal }: ClusterOptions,
): Promise<ControlPlane> {
  const { flavour, url, inTokens, inDocument, isPublic, key } = description.cluster.issuer;
  const nodeName = description.cluster.node;
  const signingKeys = key === "rsa" ? keys.issuerSigningKeys : keys.issuerCurveKeys[key];
  const issuer = await createOidcIssuer({ issuer: url, signingKeys: signingKeys.slice(0, 1), flavour, documentIssuer: inDocument, isPublic });
  // EKS sets --api-audiences; by itself the API server takes its issuer.
  const apiAudiences = [flavour === "eks" ? "https://kubernetes.default.svc" : inTokens];
  const tokensController = createTokensController({
    issuer: inTokens,
    signer: issuer,
    objects: { read: (kind, namespace, name) => apiServer.read(kind, namespace, name) },
    clock: clock.skewed(description.cluster.clockSkews.issuer),
    random: random.stream("tokens-controller"),
    apiAudiences,
    maxExpirationSeconds: description.cluster.maxTokenExpirationSeconds,
    extendExpiration: description.cluster.extendTokenExpiration,
  });
  const webhook = createClusterWebhook({ clock, networkFrom, random, keys, hosts, description }, { trace, signal });
  const tokens: StaticToken[] = [
    { token: DEVELOPER_TOKEN, name: "developer", uid: "developer", groups: ["system:masters", "system:authenticated"] },
    { token: CONTROLLER_TOKEN, name: "controller", uid: "controller", groups: ["system:masters", "system:authenticated"] },
    { token: WEBHOOK_TOKEN, name: WEBHOOK_USER, uid: "", groups: ["system:serviceaccounts", "system:authenticated"] },
    ...WORKLOAD_TOKENS,
  ];
  const apiServer: ApiServer = createApiServer({
    clock,
    random: random.stream("api-server"),
    network: networkFrom("control-plane"),
    nodeName,
    tokenRequest: tokensController,
    serviceAccountTokens: { issuers: [inTokens], apiAudiences, checkSignature: (token) => issuer.checkSignature(token) },
    issuerDocuments: (document, request, span) => documentAtServer(issuer.handler, url, { document, request, span }),
    apiAccess: { rootCertificate: keys.clusterRoot },
    allowsPrivileged: true,
    ...(reportsStatus && { liveUnder: trace.root }),
    onNodeJoined: (joined) => nodes.join(joined),
    tokens,
    grants: [
      ...WORKLOAD_GRANTS,
      { user: WEBHOOK_USER, namespace: null, verbs: ["get", "list", "watch"], resources: ["serviceaccounts"] },
      { user: WEBHOOK_USER, namespace: webhook.settings.namespace, verbs: ["get", "list", "watch"], resources: ["configmaps"] },
    ],
  });
  const clusterTls = trustAnchors([keys.clusterRoot]);
  const nodes = createNodes(nodeName, (name) => {
    const bearerToken = kubeletToken(name);
    tokens.push({ token: bearerToken, name: `system:node:${name}`, uid: "", groups: ["system:nodes", "system:authenticated"] });
    return createKubelet({
      nodeName: name,
      network: networkFrom("node"),
      apiServerUrl: "https://kubernetes.default.svc",
      bearerToken,
      tls: clusterTls,
      files: createInMemoryFiles(clock),
      clock: clock.skewed(description.cluster.clockSkews.node),
      random: random.stream(name === nodeName ? "kubelet" : `kubelet of ${name}`),
      minorVersion: description.cluster.version,
      pullImage,
      // Real programs stand for those of the scenario itself.
      endingOf: (pod) => (reportsStatus && hasClients() ? decideEnding(pod.metadata) : null),
      status: reportsStatus ? statusSourcesOf(name) : undefined,
      runsUntilTold: (namespace, pod, container) =>
        description.runUntilTold.some(
          (told) => told.namespace === namespace && told.container === container && (told.pod === pod || workloads.isPodOf(namespace, pod, told.pod)),
        ),
      root: trace.root,
      cacheSpan: trace.quiet,
      signal,
    });
  });
  const publishDocuments = () => issuerHosts.publish(url, { handler: issuer.handler, certificate: issuerCertificate(keys, url) });
  publishDocuments();
  const serve: Handler = (request, span) => {
    // Nobody watches workloads in a cluster that never has one.
    if (request.url.includes("/apis/apps/") || request.url.includes("/apis/batch/")) workloads.begin();
    return apiServer.handler(request, span);
  };
  hosts.listen({ host: "kubernetes.default.svc", actor: "api-server", handler: serve, certificate: keys.certificates.kubernetes });
  nodes.kubelet.start();
  const workloads = createWorkloadControllers({
    ...{ network: networkFrom("control-plane"), clock, tls: clusterTls, cacheSpan: trace.quiet, signal },
    ...{ root: trace.root, onRefusal, reportsStatus },
  });
  const { delayWatch } = webhook.start();
  const unusedKeys = signingKeys.slice(1);
  return {
    kubelet: nodes.kubelet,
    readObject: (kind, namespace, name) => apiServer.read(kind, namespace, name),
    clusterState: apiServer.state,
    associations: webhook.associations,
    tokenIssuer: { issuer: inTokens, checkSignature: (token) => issuer.checkSignature(token) },
    podNamed: workloads.podNamed,
    delayWebhookWatch: delayWatch,
    async rotateIssuerKey({ publish, keepOld }) {
      const next = unusedKeys.shift() ?? (await makeIssuerKey?.(key));
      if (next === undefined) throw new Error(`the issuer has no more than ${signingKeys.length} keys`);
      const [from = ""] = issuer.keyIds.slice(-1);
      const to = await issuer.addKey(next);
      issuer.signWith(to);
      if (!keepOld) issuer.removeKey(from);
      if (!publish) issuer.removeKey(to);
      // Where the documents are copies, publishing is an upload.
      else {
        issuer.upload();
        publishDocuments();
      }
      return { from, to };
    },
  };
}

interface AskedDocument {
  readonly document: "discovery" | "keys";
  readonly request: HttpRequest;
  readonly span: Span;
}

/** A document of the issuer as its API server gives it too, wherever else it is published. */
async function documentAtServer(issuer: Handler, url: IssuerUrl, { document, request, span }: AskedDocument): Promise<HttpResponse> {
  const discovery = await issuer({ ...request, url: `${url}/.well-known/openid-configuration` }, span);
  if (document === "discovery" || discovery.status !== 200) return discovery;
  const { jwks_uri } = JSON.parse(bodyText(discovery)) as { readonly jwks_uri: string };
  return issuer({ ...request, url: jwks_uri }, span);
}

function statusSourcesOf(nodeName: string): StatusSources {
  return {
    nodeIp: privateAddressOf(nodeName),
    podIp: (namespace, pod) => privateAddressOf(`${namespace}/${pod}`),
  };
}
