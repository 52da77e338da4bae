import { type ApiServer, createApiServer } from "@irsa-sim/api-server";
import { addMillis, createInMemoryFiles, type Trace, trustAnchors } from "@irsa-sim/core";
import { createKubelet, type PullImage } from "@irsa-sim/kubelet-projector";
import { createOidcIssuer } from "@irsa-sim/oidc-issuer";
import { createTokensController } from "@irsa-sim/tokens-controller";
import { CONFIG_MAP_NAME, createWebhook, parseFlags, type WebhookSettings } from "@irsa-sim/webhook-mutator";
import type { WorldDescription } from "../description/world-description.js";
import type { World } from "../world.js";
import { CONTROLLER_TOKEN, DEVELOPER_TOKEN, KUBELET_TOKEN } from "./bearer-tokens.js";
import { issuerCertificate } from "./issuer-certificate.js";
import type { Wiring } from "./wiring.js";

/** Issuer, API server, tokens controller, webhook and kubelet of one cluster with one node. */
export async function createCluster(
  { clock, networkFrom, random, keys, hosts, description }: Wiring,
  { trace, pullImage }: { readonly trace: Trace; readonly pullImage: PullImage },
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
    ],
  });
  const settings = webhookSettings(description);
  const webhook = createWebhook({
    settings,
    place: { account: description.aws.account, region: description.cluster.region },
    fetchServiceAccount: async (namespace, name) => annotationsOf(apiServer.read("ServiceAccount", namespace, name)),
    clock,
    random: random.stream("webhook"),
    minorVersion: minorOf(description.webhook.kubernetesVersion),
  });
  let watchDelayMs = 0;
  apiServer.onObjectsChanged("ServiceAccount", ({ object, isRemoved }) => {
    const { namespace = "", name } = object.metadata;
    const deliver = async (): Promise<void> => {
      if (isRemoved) webhook.serviceAccounts.delete(namespace, name);
      else webhook.serviceAccounts.set(namespace, name, annotationsOf(object) ?? {});
    };
    if (watchDelayMs === 0) void deliver();
    else clock.at(addMillis(clock.now(), watchDelayMs), deliver);
  });
  apiServer.onObjectsChanged("ConfigMap", ({ object, isRemoved }) => {
    const { namespace, name } = object.metadata;
    if (isRemoved || name !== CONFIG_MAP_NAME || namespace !== settings.namespace) return;
    const { data = {} } = object as { readonly data?: Readonly<Record<string, string>> };
    webhook.configMapChanged(data, trace.root.enter("The webhook reads its ConfigMap", { step: null, actor: "webhook" }));
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
    tls: trustAnchors([keys.clusterRoot]),
    files: createInMemoryFiles(clock),
    clock: clock.skewed(description.cluster.clockSkews?.node ?? 0),
    random: random.stream("kubelet"),
    minorVersion: minorOf(description.cluster.version),
    pullImage,
    runsUntilTold: (namespace, pod, container) =>
      description.runUntilTold.some((told) => told.namespace === namespace && told.pod === pod && told.container === container),
    root: trace.root,
  });
  apiServer.onPodsChanged(() => kubelet.syncPods());
  hosts.listen({ host: new URL(url).host, actor: "oidc-issuer", handler: issuer.handler, certificate: issuerCertificate(keys, url) });
  hosts.listen({ host: "kubernetes.default.svc", actor: "api-server", handler: apiServer.handler, certificate: keys.certificates.kubernetes });
  if (!description.webhook.absent)
    hosts.listen({ host: "pod-identity-webhook.default.svc", actor: "webhook", handler: webhook.handler, certificate: keys.certificates.webhook });
  apiServer.onObjectsChanged("ConfigMap", ({ object }) =>
    kubelet.objectChanged({ kind: "ConfigMap", namespace: object.metadata.namespace ?? "", name: object.metadata.name }),
  );
  const unusedKeys = keys.issuerSigningKeys.slice(1);
  return {
    kubelet,
    readObject: (kind, namespace, name) => apiServer.read(kind, namespace, name),
    delayWebhookWatch: (delayMs) => {
      watchDelayMs = delayMs;
    },
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

/** `null` when there is no such object. */
function annotationsOf(object: object | null): Readonly<Record<string, string>> | null {
  const { metadata } = (object ?? {}) as { readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> } };
  return object === null ? null : (metadata?.annotations ?? {});
}
