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
import { createInstanceMetadata, type SdkClient } from "@irsa-sim/sdk-credential-provider";
import { type AppReference, createApps, type PodReference } from "./apps.js";
import { createDeveloper, type Developer } from "./developer/developer.js";
import { createNodeCredentials } from "./node-credentials.js";
import { createReachability, type Unreachability } from "./reachability.js";
import type { Refusal } from "./report/refusal.js";
import type { OpenTransport } from "./run-scenario.js";
import type { LoadedScenario } from "./scenario/loaded-scenario.js";
import type { KeyMaterial } from "./well-known/key-material.js";
import { awsHosts } from "./world/aws-hosts.js";
import { DEVELOPER_TOKEN } from "./world/bearer-tokens.js";
import { createAws } from "./world/create-aws.js";
import { createCluster } from "./world/create-cluster.js";

/** The wired actors, and the handles that the timeline and the faults need. */
export interface World {
  readonly clock: VirtualClock;
  readonly trace: Trace;
  readonly keys: KeyMaterial;
  readonly issuerUrl: IssuerUrl;
  readonly developer: Developer;
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
  /** Cuts a host off from everybody; `durationMs` is `null` for good. */
  blockHost(host: string, how: Unreachability, durationMs: number | null): void;
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
  const network = createNetwork(hosts, reachability.transport);
  const shared = { clock, network, random, keys, hosts, scenario };
  const aws = createAws(shared);
  const cluster = await createCluster(shared, trace);
  const { region, clockSkews: skews = {} } = scenario.cluster;
  const publicTls = trustAnchors([keys.publicRoot]);
  const developer = createDeveloper({
    network,
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
    issuerUrl: scenario.issuer.url,
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
    settleIam: aws.iam.settle,
    close,
  };
}
