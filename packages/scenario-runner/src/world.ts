/**
 * The world: the one place where the actors meet. Each is created with its own stream of chance, and put on the network under its real host name.
 * Leaves out: more than one node, one account and one cluster.
 */
import { type ApiServer, createApiServer } from "@irsa-sim/api-server";
import {
  type Arn,
  type Clock,
  createHostDirectory,
  createInMemoryFiles,
  createInMemoryTransport,
  createNetwork,
  type Files,
  type HostDirectory,
  type IssuerUrl,
  type Network,
  type Random,
  type Trace,
  trustAnchors,
  type VirtualClock,
} from "@irsa-sim/core";
import { createS3 } from "@irsa-sim/fake-s3";
import { createSts } from "@irsa-sim/fake-sts";
import { createAuthenticate, createCloudTrail, createIam, createIamQueryApi, createSessionStore, type Iam, type SessionStore } from "@irsa-sim/iam";
import { createKubelet, type Kubelet } from "@irsa-sim/kubelet-projector";
import { createOidcIssuer } from "@irsa-sim/oidc-issuer";
import { createInstanceMetadata, type SdkClient } from "@irsa-sim/sdk-credential-provider";
import { createTokensController } from "@irsa-sim/tokens-controller";
import { CONFIG_MAP_NAME, createWebhook, parseFlags, type WebhookSettings } from "@irsa-sim/webhook-mutator";
import { type AppReference, createApps, type PodReference } from "./apps.js";
import { createDeveloper, type Developer } from "./developer/developer.js";
import { createNodeCredentials } from "./node-credentials.js";
import { createReachability, type Unreachability } from "./reachability.js";
import type { Refusal } from "./report/refusal.js";
import type { OpenTransport } from "./run-scenario.js";
import type { LoadedScenario } from "./scenario/loaded-scenario.js";
import type { KeyMaterial } from "./well-known/key-material.js";

/** The wired actors, and the handles that the timeline and the faults need. */
export interface World {
  readonly clock: VirtualClock;
  readonly trace: Trace;
  readonly keys: KeyMaterial;
  readonly issuerUrl: IssuerUrl;
  readonly developer: Developer;
  readonly kubelet: Kubelet;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  readonly accountId: string;
  /** Lets the issuer sign with a new key. */
  rotateIssuerKey(rotation: { readonly publish: boolean; readonly keepOld: boolean }): Promise<{ readonly from: string; readonly to: string }>;
  /** The app in a pod, with the SDK it is built with; `null` while its container does not run. */
  app(reference: AppReference): SdkClient | null;
  /** Lets a fault stand between the apps of a pod and their files. */
  wrapFiles(pod: PodReference, wrap: (files: Files) => Files): void;
  /** Cuts a host off from everybody; `durationMs` is `null` for good. */
  blockHost(host: string, how: Unreachability, durationMs: number | null): void;
  /** What the API server stores; `null` when there is no such object. */
  readObject(kind: string, namespace: string, name: string): object | null;
  /** Records that a call in the background was refused; the first one counts. */
  refuseInBackground(refusal: Refusal): void;
  /** Hands over that refusal, once; `null` when there was none. */
  takeBackgroundRefusal(): Refusal | null;
  /** Closes what the network holds open. */
  close(): Promise<void>;
}

/** What a world is made from. */
export interface WorldOptions {
  readonly scenario: LoadedScenario;
  readonly clock: VirtualClock;
  readonly trace: Trace;
  readonly random: Random;
  readonly keys: KeyMaterial;
  readonly openTransport: ((hosts: HostDirectory, clock: VirtualClock) => Promise<OpenTransport>) | undefined;
}

/** Bearer tokens of the cluster's two callers; the API server knows them as with `--token-auth-file`. */
const DEVELOPER_TOKEN = "simulated-developer";
const KUBELET_TOKEN = "simulated-kubelet";

/** Creates the actors of a scenario and wires them. */
export async function createWorld(options: WorldOptions): Promise<World> {
  const { scenario, clock, trace, random, keys } = options;
  const hosts = createHostDirectory();
  const { transport, close } = (await options.openTransport?.(hosts, clock)) ?? { transport: createInMemoryTransport(hosts, clock), close: async () => {} };
  const reachability = createReachability(transport, clock);
  const network = createNetwork(hosts, reachability.transport);
  const shared = { clock, network, random, keys, hosts, scenario };
  const aws = createAws(shared);
  const cluster = await createCluster(shared, trace);
  const { region, clockSkews: skews = {} } = scenario.cluster;
  const publicTls = trustAnchors([keys.publicRoot]);
  const account = aws.iam.account(scenario.aws.account);
  const user = account?.users.get("developer");
  if (user === undefined) throw new Error(`account ${scenario.aws.account} has no user "developer"`);
  const developer = createDeveloper({ network, clock, user, kubernetesToken: DEVELOPER_TOKEN, publicTls, clusterTls: trustAnchors([keys.clusterRoot]) });
  hosts.listen({
    host: "169.254.169.254",
    actor: "node",
    handler: createInstanceMetadata({
      clock,
      random: random.stream("node"),
      region,
      instanceId: scenario.cluster.instanceId,
      ...scenario.cluster.instanceMetadata,
      roleName: scenario.aws.nodeRole.absent ? null : scenario.aws.nodeRole.name,
      credentials: createNodeCredentials({
        roleArn: `arn:${partitionOf(region)}:iam::${scenario.aws.account}:role/${scenario.aws.nodeRole.name}` as Arn,
        instanceId: scenario.cluster.instanceId,
        iam: aws.iam,
        sessions: aws.sessions,
        clock,
      }),
    }),
  });
  const apps = createApps({ kubelet: cluster.kubelet, network, tls: publicTls, clock: clock.skewed(skews.app ?? 0), random: random.stream("sdk") });
  let background: Refusal | null = null;
  return {
    clock,
    trace,
    keys,
    issuerUrl: scenario.issuerUrl,
    developer,
    kubelet: cluster.kubelet,
    partition: partitionOf(region),
    accountId: scenario.aws.account,
    rotateIssuerKey: cluster.rotateIssuerKey,
    app: apps.app,
    wrapFiles: apps.wrapFiles,
    blockHost: reachability.block,
    refuseInBackground: (refusal) => {
      background ??= refusal;
    },
    takeBackgroundRefusal: () => {
      const taken = background;
      background = null;
      return taken;
    },
    readObject: cluster.readObject,
    close,
  };
}

interface Shared {
  readonly clock: Clock;
  readonly network: Network;
  readonly random: Random;
  readonly keys: KeyMaterial;
  readonly hosts: HostDirectory;
  readonly scenario: LoadedScenario;
}

/** IAM, STS and S3 of one account and region. */
function createAws({ clock, network, random, keys, hosts, scenario }: Shared): { readonly iam: Iam; readonly sessions: SessionStore } {
  const { region } = scenario.cluster;
  const iam = createIam({ clock, random: random.stream("iam"), accounts: [scenario.aws.account] });
  const sessions = createSessionStore({ clock, random: random.stream("sessions") });
  const authenticate = createAuthenticate({ iam, sessions });
  const cloudTrail = createCloudTrail({ clock, random: random.stream("cloudtrail") });
  const sts = createSts({
    region,
    iam,
    sessions,
    network,
    clock: clock.skewed(scenario.cluster.clockSkews?.sts ?? 0),
    random: random.stream("sts"),
    publicAnchors: [keys.publicRoot],
    cloudTrail,
    accountsWithoutRegion: new Set(),
  });
  const globalSts = createSts({
    region: "us-east-1",
    iam,
    sessions,
    network,
    clock: clock.skewed(scenario.cluster.clockSkews?.sts ?? 0),
    random: random.stream("sts-global"),
    publicAnchors: [keys.publicRoot],
    cloudTrail,
    accountsWithoutRegion: new Set(),
  });
  const s3 = createS3({ region, iam, authenticate, buckets: bucketsOf(scenario), clock, random: random.stream("s3") });
  const iamApi = createIamQueryApi({ iam, authenticate, clock, random: random.stream("iam-api") });
  hosts.listen({ host: "iam.amazonaws.com", actor: "iam", handler: iamApi, certificate: keys.certificates.iam });
  hosts.listen({ host: "sts.amazonaws.com", actor: "sts", handler: globalSts, certificate: keys.certificates.sts });
  hosts.listen({ host: `sts.${region}.amazonaws.com`, actor: "sts", handler: sts, certificate: keys.certificates.sts });
  hosts.listen({ host: `s3.${region}.amazonaws.com`, actor: "s3", handler: s3, certificate: keys.certificates.s3 });
  hosts.listen({ host: `*.s3.${region}.amazonaws.com`, actor: "s3", handler: s3, certificate: keys.certificates.s3 });
  return { iam, sessions };
}

/** Issuer, API server, tokens controller, webhook and kubelet of one cluster with one node. */
async function createCluster(
  { clock, network, random, keys, hosts, scenario }: Shared,
  trace: Trace,
): Promise<Pick<World, "kubelet" | "readObject" | "rotateIssuerKey">> {
  const { issuerUrl } = scenario;
  const nodeName = scenario.cluster.node;
  const issuer = await createOidcIssuer({ issuer: issuerUrl, signingKeys: keys.issuerSigningKeys.slice(0, 1) });
  const tokensController = createTokensController({
    issuer: issuerUrl,
    signer: issuer,
    objects: { read: (kind, namespace, name) => apiServer.read(kind, namespace, name) },
    clock: clock.skewed(scenario.cluster.clockSkews?.issuer ?? 0),
    random: random.stream("tokens-controller"),
    apiAudiences: [issuerUrl],
    maxExpirationSeconds: scenario.cluster.maxTokenExpirationSeconds ?? 86_400,
    extendExpiration: true,
  });
  const apiServer: ApiServer = createApiServer({
    clock,
    random: random.stream("api-server"),
    network,
    nodeName,
    tokenRequest: tokensController,
    apiAccess: { rootCertificate: keys.clusterRoot },
    tokens: [
      { token: DEVELOPER_TOKEN, name: "developer", uid: "developer", groups: ["system:masters", "system:authenticated"] },
      { token: KUBELET_TOKEN, name: `system:node:${nodeName}`, uid: "", groups: ["system:nodes", "system:authenticated"] },
    ],
  });
  const settings = webhookSettings(scenario);
  const webhook = createWebhook({
    settings,
    place: { account: scenario.aws.account, region: scenario.cluster.region },
    fetchServiceAccount: async (namespace, name) => annotationsOf(apiServer.read("ServiceAccount", namespace, name)),
    clock,
    random: random.stream("webhook"),
  });
  apiServer.onObjectsChanged("ServiceAccount", ({ object, isRemoved }) => {
    const { namespace = "", name } = object.metadata;
    if (isRemoved) webhook.serviceAccounts.delete(namespace, name);
    else webhook.serviceAccounts.set(namespace, name, annotationsOf(object) ?? {});
  });
  apiServer.onObjectsChanged("ConfigMap", ({ object, isRemoved }) => {
    const { namespace, name } = object.metadata;
    if (isRemoved || name !== CONFIG_MAP_NAME || namespace !== settings.namespace) return;
    const { data = {} } = object as { readonly data?: Readonly<Record<string, string>> };
    webhook.configMapChanged(data, trace.root.enter("The webhook reads its ConfigMap", { step: null, actor: "webhook" }));
  });
  if (scenario.webhook.containerCredentials.length > 0) {
    const span = trace.root.enter("The webhook reads its container-credentials file", { step: null, actor: "webhook" });
    webhook.containerCredentialsFileChanged(JSON.stringify({ identities: scenario.webhook.containerCredentials }), span);
  }
  const kubelet = createKubelet({
    nodeName,
    network,
    apiServerUrl: "https://kubernetes.default.svc",
    bearerToken: KUBELET_TOKEN,
    tls: trustAnchors([keys.clusterRoot]),
    files: createInMemoryFiles(clock),
    clock: clock.skewed(scenario.cluster.clockSkews?.node ?? 0),
    random: random.stream("kubelet"),
    root: trace.root,
  });
  apiServer.onPodsChanged(() => kubelet.syncPods());
  hosts.listen({ host: new URL(issuerUrl).host, actor: "oidc-issuer", handler: issuer.handler, certificate: keys.certificates.oidc });
  hosts.listen({ host: "kubernetes.default.svc", actor: "api-server", handler: apiServer.handler, certificate: keys.certificates.kubernetes });
  hosts.listen({ host: "pod-identity-webhook.default.svc", actor: "webhook", handler: webhook.handler, certificate: keys.certificates.webhook });
  apiServer.onObjectsChanged("ConfigMap", ({ object }) =>
    kubelet.objectChanged({ kind: "ConfigMap", namespace: object.metadata.namespace ?? "", name: object.metadata.name }),
  );
  const unusedKeys = keys.issuerSigningKeys.slice(1);
  return {
    kubelet,
    readObject: (kind, namespace, name) => apiServer.read(kind, namespace, name),
    async rotateIssuerKey({ publish, keepOld }) {
      const next = unusedKeys.shift();
      if (next === undefined) throw new Error(`the issuer has no more than ${keys.issuerSigningKeys.length} keys`);
      const [from = ""] = issuer.keyIds.slice(-1);
      const to = await issuer.addKey(next);
      issuer.signWith(to);
      if (!keepOld) issuer.removeKey(from);
      if (!publish) issuer.removeKey(to);
      return { from, to };
    },
  };
}

/** The part of AWS that a region belongs to. */
function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** The flags of a scenario; those that it names one by one stand before the others. */
function webhookSettings({ webhook }: LoadedScenario): WebhookSettings {
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

function bucketsOf({ aws }: LoadedScenario) {
  return Object.entries(aws.buckets).map(([name, objects]) => ({ name, accountId: aws.account, objects }));
}
