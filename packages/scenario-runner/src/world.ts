/**
 * The world: the one place where the actors meet, with its parts in world/. Each is created with its own stream of chance, and put on the network under its real
 * host name.
 * Leaves out: more than one node, one region and one cluster.
 */
import {
  type AccountId,
  type Arn,
  createHostDirectory,
  createInMemoryTransport,
  createNetwork,
  type Files,
  type HostDirectory,
  type IssuerUrl,
  type Partition,
  partitionOf,
  type Random,
  type Trace,
  trustAnchors,
  type VirtualClock,
} from "@irsa-sim/core";
import type { Kubelet } from "@irsa-sim/kubelet-projector";
import type { SdkClient } from "@irsa-sim/sdk-credential-provider";
import { type AppReference, createApps, type PodReference } from "./apps.js";
import { type Controller, createController } from "./controller/controller.js";
import { createDeveloper, type Developer } from "./developer/developer.js";
import { createClusterNetwork } from "./network/create-cluster-network.js";
import { createPodNetworks, type PodSpec } from "./network/create-pod-networks.js";
import { type Cut, createReachability, type NetworkPlace } from "./network/reachability.js";
import type { Refusal } from "./report/refusal.js";
import type { OpenTransport } from "./run-scenario.js";
import type { LoadedScenario } from "./scenario/loaded-scenario.js";
import type { KeyMaterial } from "./well-known/key-material.js";
import { awsHosts } from "./world/aws-hosts.js";
import { CONTROLLER_TOKEN, DEVELOPER_TOKEN } from "./world/bearer-tokens.js";
import { createAws } from "./world/create-aws.js";
import { createCluster } from "./world/create-cluster.js";
import { listenNodeMetadata } from "./world/listen-node-metadata.js";
import { createEcrPull } from "./world/pull-from-ecr.js";

/** The wired actors, and the handles that the timeline and the faults need. */
export interface World {
  readonly clock: VirtualClock;
  readonly trace: Trace;
  readonly keys: KeyMaterial;
  readonly issuerUrl: IssuerUrl;
  readonly developer: Developer;
  readonly controller: Controller;
  readonly kubelet: Kubelet;
  readonly partition: Partition;
  /** The scenario's first account. */
  readonly accountId: AccountId;
  /** Lets the issuer sign with a new key. */
  rotateIssuerKey(rotation: { readonly publish: boolean; readonly keepOld: boolean }): Promise<{ readonly from: string; readonly to: string }>;
  /** The app in a pod, with the SDK it is built with; `null` while its container does not run. */
  app(reference: AppReference): SdkClient | null;
  /** Lets a fault stand between the apps of a pod and their files. */
  wrapFiles(pod: PodReference, wrap: (files: Files) => Files): void;
  /** Cuts a host off, from everybody or from one place. */
  blockHost(cut: Cut): void;
  /** Lets every request to a host take so long on its way; 0 for no time. */
  delayHost(host: string, delayMs: number): void;
  /** Lets changes of service accounts reach the webhook's cache only after a while; 0 for at once. */
  delayWebhookWatch(delayMs: number): void;
  /** What the API server stores; `null` when there is no such object. */
  readObject(kind: string, namespace: string, name: string): object | null;
  /** Records that a call in the background was refused; the first one counts. */
  refuseInBackground(refusal: Refusal): void;
  /** Hands over that refusal, once; `null` when there was none. */
  takeBackgroundRefusal(): Refusal | null;
  /** Lets what stands in IAM count as having been there for ever, so that everybody sees it. */
  settleIam(): void;
  /** Closes what the network holds open. */
  close(): Promise<void>;
}

/** A pod as it is stored, as far as its network and metadata depend on it. */
interface StoredPod {
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> };
  readonly spec?: PodSpec;
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

/** Creates the actors of a scenario and wires them. */
export async function createWorld(options: WorldOptions): Promise<World> {
  const { scenario, clock, trace, random, keys } = options;
  const hosts = createHostDirectory();
  const { transport, close } = (await options.openTransport?.(hosts, clock)) ?? { transport: createInMemoryTransport(hosts, clock), close: async () => {} };
  const reachability = createReachability(transport, clock);
  const networkFrom = (place: NetworkPlace) => createNetwork(hosts, reachability.transportFrom(place), clock);
  const shared = { clock, networkFrom, random, keys, hosts, scenario };
  const aws = createAws(shared);
  const { region, clockSkews: skews = {} } = scenario.cluster;
  const nodeRoleArn = `arn:${partitionOf(region)}:iam::${scenario.aws.account}:role/${scenario.aws.nodeRole.name}` as Arn;
  const pullImage = createEcrPull({ iam: aws.iam, partition: partitionOf(region), nodeRoleArn });
  const cluster = await createCluster(shared, { trace, pullImage });
  const publicTls = trustAnchors([keys.publicRoot]);
  const developer = createDeveloper({
    network: networkFrom("developer"),
    clock,
    userIn: (account) => {
      const user = aws.iam.account(account)?.users.get("developer");
      if (user === undefined) throw new Error(`account ${account} has no user "developer"`);
      return user;
    },
    account: scenario.aws.account,
    iam: awsHosts(region).iam,
    kubernetesToken: DEVELOPER_TOKEN,
    publicTls,
    issuerTls: trustAnchors([keys.publicRoot, ...keys.certificates.ownIssuer.chain.slice(-1)]),
    clusterTls: trustAnchors([keys.clusterRoot]),
  });
  const controller = createController({
    access: { network: networkFrom("pods"), bearerToken: CONTROLLER_TOKEN, tls: trustAnchors([keys.clusterRoot]) },
    root: trace.root,
  });
  const podOf = (namespace: string, name: string) => (cluster.readObject("Pod", namespace, name) ?? {}) as StoredPod;
  listenNodeMetadata(shared, { ...aws, annotationsOf: (namespace, name) => podOf(namespace, name).metadata?.annotations ?? {} });
  const apps = createApps({
    kubelet: cluster.kubelet,
    networkOf: createPodNetworks({
      hosts,
      transport: reachability.transportFrom("pods"),
      network: createClusterNetwork(scenario),
      podSpec: (namespace, name) => podOf(namespace, name).spec ?? {},
      saysPod: scenario.cluster.metadataAgent !== undefined,
      nodeClock: clock.skewed(skews.node ?? 0),
    }),
    tls: publicTls,
    clock: clock.skewed(skews.app ?? 0),
    random: random.stream("sdk"),
    root: trace.root,
    os: scenario.cluster.nodeOs ?? "linux",
  });
  let background: Refusal | null = null;
  return {
    clock,
    trace,
    keys,
    issuerUrl: scenario.issuer.url,
    developer,
    controller,
    kubelet: cluster.kubelet,
    partition: partitionOf(region),
    accountId: scenario.aws.account,
    rotateIssuerKey: cluster.rotateIssuerKey,
    app: apps.app,
    wrapFiles: apps.wrapFiles,
    blockHost: reachability.block,
    delayHost: reachability.delay,
    refuseInBackground: (refusal) => {
      background ??= refusal;
    },
    takeBackgroundRefusal: () => {
      const taken = background;
      background = null;
      return taken;
    },
    readObject: cluster.readObject,
    settleIam: aws.iam.settle,
    delayWebhookWatch: cluster.delayWebhookWatch,
    close,
  };
}
