import { type ApiServer, createApiServer, type StaticToken } from "@irsa-sim/api-server";
import { createInMemoryFiles, type Handler, type Trace, trustAnchors } from "@irsa-sim/core";
import { createKubelet, type PullImage, type StatusSources } from "@irsa-sim/kubelet-projector";
import { createOidcIssuer } from "@irsa-sim/oidc-issuer";
import { createTokensController } from "@irsa-sim/tokens-controller";
import { createWebhook } from "@irsa-sim/webhook-mutator";
import { privateAddressOf } from "../network/address-of.js";
import type { Refusal } from "../refusal.js";
import { issuerCertificate } from "../settings/cluster/issuer/issuer-certificate.js";
import { createAssociations } from "../settings/webhook/container-credentials/create-associations.js";
import { parseWebhookFlags } from "../settings/webhook/flags/parse-webhook-flags.js";
import { createWorkloadControllers } from "../workloads/create-workload-controllers.js";
import { WORKLOAD_GRANTS, WORKLOAD_TOKENS } from "../workloads/workload-users.js";
import type { World } from "../world.js";
import { CONTROLLER_TOKEN, DEVELOPER_TOKEN, kubeletToken, WEBHOOK_TOKEN } from "./bearer-tokens.js";
import { createNodes } from "./create-nodes.js";
import { feedWebhook, fetchAnnotations } from "./feed-webhook.js";
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

/** Issuer, API server, tokens controller, webhook and kubelet of one cluster, whose first node others join when pods name them. */
export async function createCluster(
  { clock, networkFrom, random, keys, hosts, description, reportsStatus, makeIssuerKey }: ClusterWiring,
  { trace, issuerHosts, pullImage, signal, onRefusal }: ClusterOptions,
): Promise<Pick<World, "kubelet" | "readObject" | "podNamed" | "associations" | "rotateIssuerKey" | "delayWebhookWatch">> {
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
  const settings = parseWebhookFlags(description.webhook);
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
    apiAccess: { rootCertificate: keys.clusterRoot },
    allowsPrivileged: true,
    onNodeJoined: (joined) => nodes.join(joined),
    tokens,
    grants: [
      ...WORKLOAD_GRANTS,
      { user: WEBHOOK_USER, namespace: null, verbs: ["get", "list", "watch"], resources: ["serviceaccounts"] },
      { user: WEBHOOK_USER, namespace: settings.namespace, verbs: ["get", "list", "watch"], resources: ["configmaps"] },
    ],
  });
  const clusterTls = trustAnchors([keys.clusterRoot]);
  const webhookAccess = { network: networkFrom("control-plane"), clock, tls: clusterTls, cacheSpan: trace.quiet, signal };
  const webhook = createWebhook({
    settings,
    place: { account: description.aws.account, region: description.cluster.region },
    fetchServiceAccount: (namespace, name) => fetchAnnotations(webhookAccess, namespace, name),
    clock,
    random: random.stream("webhook"),
    minorVersion: description.webhook.kubernetesVersion,
  });
  const associations = createAssociations(webhook, description.webhook, trace.root);
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
  if (!description.webhook.absent) {
    const host = "pod-identity-webhook.default.svc";
    hosts.listen({ host, actor: "webhook", handler: webhook.handler, certificate: keys.certificates.webhook });
    hosts.listen({ host: `${host}:9999`, actor: "webhook", handler: webhook.metricsHandler });
  }
  nodes.kubelet.start();
  const workloads = createWorkloadControllers({
    ...{ network: networkFrom("control-plane"), clock, tls: clusterTls, cacheSpan: trace.quiet, signal },
    ...{ root: trace.root, onRefusal, reportsStatus },
  });
  const feed = description.webhook.absent
    ? null
    : feedWebhook(webhook, webhookAccess, settings.watchConfigMap ? { namespace: settings.namespace, root: trace.root } : null);
  const unusedKeys = signingKeys.slice(1);
  return {
    kubelet: nodes.kubelet,
    readObject: (kind, namespace, name) => apiServer.read(kind, namespace, name),
    associations,
    podNamed: workloads.podNamed,
    delayWebhookWatch: (delayMs) => feed?.delay(delayMs),
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

function statusSourcesOf(nodeName: string): StatusSources {
  return {
    nodeIp: privateAddressOf(nodeName),
    podIp: (namespace, pod) => privateAddressOf(`${namespace}/${pod}`),
  };
}
