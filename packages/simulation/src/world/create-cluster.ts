import { type ApiServer, createApiServer } from "@irsa-sim/api-server";
import { createInMemoryFiles, type Trace, trustAnchors } from "@irsa-sim/core";
import { createKubelet, type PullImage } from "@irsa-sim/kubelet-projector";
import { createOidcIssuer } from "@irsa-sim/oidc-issuer";
import { createTokensController } from "@irsa-sim/tokens-controller";
import { createWebhook, parseFlags, type WebhookSettings } from "@irsa-sim/webhook-mutator";
import type { WorldDescription } from "../description/world-description.js";
import type { World } from "../world.js";
import { CONTROLLER_TOKEN, DEVELOPER_TOKEN, KUBELET_TOKEN, WEBHOOK_TOKEN } from "./bearer-tokens.js";
import { feedWebhook, fetchAnnotations } from "./feed-webhook.js";
import { issuerCertificate } from "./issuer-certificate.js";
import type { Wiring } from "./wiring.js";

/** The service account that the webhook runs as. */
const WEBHOOK_USER = "system:serviceaccount:default:pod-identity-webhook";

/** Issuer, API server, tokens controller, webhook and kubelet of one cluster with one node. */
export async function createCluster(
  { clock, networkFrom, random, keys, hosts, description }: Wiring,
  { trace, pullImage, signal }: { readonly trace: Trace; readonly pullImage: PullImage; readonly signal: AbortSignal },
): Promise<Pick<World, "kubelet" | "readObject" | "rotateIssuerKey" | "delayWebhookWatch">> {
  const { flavour, url, inTokens, inDocument, isPublic } = description.issuer;
  const nodeName = description.cluster.node;
  const issuer = await createOidcIssuer({ issuer: url, signingKeys: keys.issuerSigningKeys.slice(0, 1), flavour, documentIssuer: inDocument, isPublic });
  const tokensController = createTokensController({
    issuer: inTokens,
    signer: issuer,
    objects: { read: (kind, namespace, name) => apiServer.read(kind, namespace, name) },
    clock: clock.skewed(description.cluster.clockSkews?.issuer ?? 0),
    random: random.stream("tokens-controller"),
    // EKS sets --api-audiences; by itself the API server takes its issuer.
    apiAudiences: [flavour === "eks" ? "https://kubernetes.default.svc" : inTokens],
    maxExpirationSeconds: description.cluster.maxTokenExpirationSeconds ?? 86_400,
    extendExpiration: true,
  });
  const settings = webhookSettings(description);
  const apiServer: ApiServer = createApiServer({
    clock,
    random: random.stream("api-server"),
    network: networkFrom("control-plane"),
    nodeName,
    tokenRequest: tokensController,
    apiAccess: { rootCertificate: keys.clusterRoot },
    tokens: [
      { token: DEVELOPER_TOKEN, name: "developer", uid: "developer", groups: ["system:masters", "system:authenticated"] },
      { token: CONTROLLER_TOKEN, name: "controller", uid: "controller", groups: ["system:masters", "system:authenticated"] },
      { token: KUBELET_TOKEN, name: `system:node:${nodeName}`, uid: "", groups: ["system:nodes", "system:authenticated"] },
      { token: WEBHOOK_TOKEN, name: WEBHOOK_USER, uid: "", groups: ["system:serviceaccounts", "system:authenticated"] },
    ],
    grants: [
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
    minorVersion: minorOf(description.webhook.kubernetesVersion),
  });
  if (description.webhook.containerCredentials.length > 0 && !description.webhook.absent) {
    const span = trace.root.enter("The webhook reads its container-credentials file", { step: null, actor: "webhook" });
    webhook.containerCredentialsFileChanged(JSON.stringify({ identities: description.webhook.containerCredentials }), span);
  }
  const kubelet = createKubelet({
    nodeName,
    network: networkFrom("node"),
    apiServerUrl: "https://kubernetes.default.svc",
    bearerToken: KUBELET_TOKEN,
    tls: clusterTls,
    files: createInMemoryFiles(clock),
    clock: clock.skewed(description.cluster.clockSkews?.node ?? 0),
    random: random.stream("kubelet"),
    minorVersion: minorOf(description.cluster.version),
    pullImage,
    runsUntilTold: (namespace, pod, container) =>
      description.runUntilTold.some((told) => told.namespace === namespace && told.pod === pod && told.container === container),
    root: trace.root,
    cacheSpan: trace.quiet,
    signal,
  });
  hosts.listen({ host: new URL(url).host, actor: "oidc-issuer", handler: issuer.handler, certificate: issuerCertificate(keys, url) });
  hosts.listen({ host: "kubernetes.default.svc", actor: "api-server", handler: apiServer.handler, certificate: keys.certificates.kubernetes });
  if (!description.webhook.absent)
    hosts.listen({ host: "pod-identity-webhook.default.svc", actor: "webhook", handler: webhook.handler, certificate: keys.certificates.webhook });
  kubelet.start();
  const feed = description.webhook.absent ? null : feedWebhook(webhook, webhookAccess, { namespace: settings.namespace, root: trace.root });
  const unusedKeys = keys.issuerSigningKeys.slice(1);
  return {
    kubelet,
    readObject: (kind, namespace, name) => apiServer.read(kind, namespace, name),
    delayWebhookWatch: (delayMs) => feed?.delay(delayMs),
    async rotateIssuerKey({ publish, keepOld }) {
      const next = unusedKeys.shift();
      if (next === undefined) throw new Error(`the issuer has no more than ${keys.issuerSigningKeys.length} keys`);
      const [from = ""] = issuer.keyIds.slice(-1);
      const to = await issuer.addKey(next);
      issuer.signWith(to);
      if (!keepOld) issuer.removeKey(from);
      if (!publish) issuer.removeKey(to);
      // Where the documents are copies, publishing is an upload.
      else issuer.upload();
      return { from, to };
    },
  };
}

/** 29 of `1.29`. */
function minorOf(version: string | undefined): number | undefined {
  return version === undefined ? undefined : Number(version.split(".")[1]);
}

/** The webhook's flags; those that are described one by one stand before the others. */
function webhookSettings({ webhook }: WorldDescription): WebhookSettings {
  const parsed = parseFlags([
    `--aws-default-region=${webhook.region}`,
    `--sts-regional-endpoint=${webhook.stsRegionalEndpoints}`,
    ...(webhook.containerCredentials.length > 0 ? ["--watch-container-credentials-config=/etc/webhook/container-credentials.json"] : []),
    ...webhook.flags,
  ]);
  if ("problem" in parsed) throw new Error(`the schema let the webhook's flags through: ${parsed.problem}`);
  return parsed.settings;
}
