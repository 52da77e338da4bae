/**
 * The world: the one place where the actors meet, with its parts in world/. Each is created with its own stream of chance, and put on the network under its real
 * host name.
 * Leaves out: more than one cluster, and a choice between nodes: a pod names its own, or gets the one that is there.
 */
import {
  type Arn,
  createHostDirectory,
  createInMemoryTransport,
  createNetwork,
  type DrivenClock,
  partitionOf,
  type Random,
  type Trace,
  trustAnchors,
} from "@irsa-sim/core";
import { createApps } from "./apps/create-apps.js";
import { createTokenRequester } from "./apps/request-token.js";
import { createController } from "./controller/create-controller.js";
import { createDeveloper } from "./developer/create-developer.js";
import type { KeyMaterial } from "./keys/key-material.js";
import { createPodNetworks, type PodSpec } from "./network/create-pod-networks.js";
import { createInspection } from "./network/inspect-tls.js";
import type { NetworkPlace } from "./network/network-place.js";
import type { OpenTransport } from "./network/open-transport.js";
import { createReachability } from "./network/reachability.js";
import { createScriptedHosts } from "./network/scripted-answers.js";
import { listenNodeMetadata } from "./node/listen-node-metadata.js";
import { createEcrPull } from "./node/pull-from-ecr.js";
import type { Refusal } from "./refusal.js";
import { createServices } from "./services/create-services.js";
import { resourcePolicyOf } from "./settings/aws/resource-policies/resource-policy-of.js";
import { createClusterNetwork } from "./settings/cluster/network/create-cluster-network.js";
import type { WorldDescription } from "./settings/world-description.js";
import { awsHosts } from "./world/aws-hosts.js";
import { CONTROLLER_TOKEN, DEVELOPER_TOKEN } from "./world/bearer-tokens.js";
import { createAws } from "./world/create-aws.js";
import { createCluster } from "./world/create-cluster.js";
import type { World } from "./world.js";

/** A pod as it is stored, as far as its network and metadata depend on it. */
interface StoredPod {
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> };
  readonly spec?: PodSpec;
}

/** What a world is made from. */
export interface WorldOptions {
  readonly description: WorldDescription;
  readonly clock: DrivenClock;
  readonly trace: Trace;
  readonly random: Random;
  readonly keys: KeyMaterial;
  /** Carries messages over sockets; in memory when absent. */
  readonly openTransport?: OpenTransport | undefined;
}

/**
 * Creates the actors of a described world and wires them.
 *
 * @example
 * const world = await createWorld({ description, clock, trace, random: createRandom("1"), keys: WELL_KNOWN_KEYS });
 * await world.clock.run(() => setUpCluster(world, description));
 * await world.close();
 */
export async function createWorld(options: WorldOptions): Promise<World> {
  const { description, clock, trace, random, keys } = options;
  const scripted = createScriptedHosts(createHostDirectory(), clock);
  const { hosts } = scripted;
  const { transport, close } = (await options.openTransport?.(hosts, clock)) ?? { transport: createInMemoryTransport(hosts, clock), close: async () => {} };
  const reachability = createReachability(transport, clock);
  const networkFrom = (place: NetworkPlace) => createNetwork(hosts, reachability.transportFrom(place), clock);
  const shared = { clock, networkFrom, random, keys, hosts, description };
  const aws = createAws(shared);
  const { region, clockSkews } = description.cluster;
  const nodeRoleArn = `arn:${partitionOf(region)}:iam::${description.aws.account}:role/${description.aws.nodeRole.name}` as Arn;
  const pullImage = createEcrPull({ iam: aws.iam, partition: partitionOf(region), nodeRoleArn });
  const over = new AbortController();
  let background: Refusal | null = null;
  const refuseInBackground = (refusal: Refusal): void => {
    background ??= refusal;
  };
  const cluster = await createCluster(shared, { trace, pullImage, signal: over.signal, onRefusal: refuseInBackground });
  // The caches list what is there before anything else happens.
  await clock.advanceBy(0);
  const publicRoots = [keys.publicRoot, keys.serviceAuthority.certificate];
  const publicTls = trustAnchors(publicRoots);
  const developer = createDeveloper({
    network: networkFrom("developer"),
    clock,
    userIn: (account) => {
      const user = aws.iam.account(account)?.users.get("developer");
      if (user === undefined) throw new Error(`account ${account} has no user "developer"`);
      return user;
    },
    account: description.aws.account,
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
      network: createClusterNetwork(description),
      podSpec: (namespace, name) => podOf(namespace, name).spec ?? {},
      saysPod: description.cluster.metadataAgent !== undefined,
      nodeClock: clock.skewed(clockSkews.node),
      inspect: createInspection(keys, clock),
    }),
    roots: { public: publicRoots, company: [keys.companyAuthority.certificate] },
    clock: clock.skewed(clockSkews.app),
    random: random.stream("sdk"),
    root: trace.root,
    os: description.cluster.nodeOs,
  });
  return {
    clock,
    trace,
    keys,
    issuerUrl: description.cluster.issuer.url,
    hosts,
    networkFrom,
    developer,
    controller,
    kubelet: cluster.kubelet,
    partition: partitionOf(region),
    accountId: description.aws.account,
    rotateIssuerKey: cluster.rotateIssuerKey,
    findService: createServices(shared, { iam: aws.iam.seenByServices, sessions: aws.sessions, policyOf: resourcePolicyOf(description) }),
    app: apps.app,
    requestToken: createTokenRequester(networkFrom("pods"), trustAnchors([keys.clusterRoot])),
    wrapFiles: apps.wrapFiles,
    filesAsRead: apps.filesAsRead,
    blockHost: reachability.block,
    delayHost: reachability.delay,
    answer: scripted.answer,
    refuseInBackground,
    takeBackgroundRefusal: () => {
      const taken = background;
      background = null;
      return taken;
    },
    readObject: cluster.readObject,
    podNamed: cluster.podNamed,
    associations: cluster.associations,
    settleIam: aws.iam.settle,
    delayWebhookWatch: cluster.delayWebhookWatch,
    close() {
      over.abort();
      return close();
    },
  };
}
