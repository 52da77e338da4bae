/**
 * The world: the one place where the actors meet, with its parts in world/. Each is created with its own stream of chance, and put on the network under its real
 * host name. STS, IAM and S3 are everybody's; each cluster has the rest for itself, and its own names on the network.
 * Leaves out: a choice between nodes: a pod names its own, or gets the one that is there.
 */
import { createHostDirectory, type DrivenClock, type Random, type Trace } from "@irsa-sim/core";
import type { SessionSealing } from "@irsa-sim/iam";
import type { IssuerKeyKind } from "./keys/create-issuer-key.js";
import type { KeyMaterial } from "./keys/key-material.js";
import { keysOfCluster } from "./keys/keys-of-cluster.js";
import type { OpenTransport } from "./network/open-transport.js";
import { isOfNode } from "./network/scripted-answers.js";
import type { Refusal } from "./refusal.js";
import { type ClusterDescription, clustersOf } from "./settings/clusters/clusters-of.js";
import type { WorldDescription } from "./settings/world-description.js";
import { accessAwsState } from "./world/aws-state.js";
import { createAws } from "./world/create-aws.js";
import { createClusterWorld } from "./world/create-cluster-world.js";
import { createNetworkSide } from "./world/create-network-side.js";
import { createIssuerHosts } from "./world/issuer-hosts.js";
import type { OutsideCluster } from "./world/outside/outside-cluster.js";
import { createOwnHosts } from "./world/own-hosts.js";
import { traceOfCluster } from "./world/trace-of-cluster.js";
import type { World } from "./world.js";

/** What a world is made from. */
export interface WorldOptions {
  readonly description: WorldDescription;
  readonly clock: DrivenClock;
  readonly trace: Trace;
  readonly random: Random;
  readonly keys: KeyMaterial;
  /** Carries messages over sockets; in memory when absent. */
  readonly openTransport?: OpenTransport | undefined;
  /** Whether kubelets and controllers write statuses, as people with kubectl want to see them; `false` when absent, since nothing of the flow reads them. */
  readonly reportsStatus?: boolean;
  /** Whether clients are let in by now: from then on the pods of Jobs end by themselves; never when absent. */
  readonly hasClients?: () => boolean;
  /** Makes a further key for an issuer that has used all of its own, as in a world with fresh keys; without it no more can be rotated. */
  readonly makeIssuerKey?: (kind: IssuerKeyKind) => Promise<string>;
  /** A real cluster in the place of the first one that is described; of that the description says the region and the issuer. */
  readonly outside?: OutsideCluster | undefined;
  /** Lets sessions stand in their tokens, for worlds that share a key; they are kept in memory when absent, and follow from `random`. */
  readonly sealing?: SessionSealing | null;
}

/**
 * Creates the actors of a described world and wires them.
 *
 * @example
 * const world = await createWorld({ description, clock, trace, random: createRandom("1"), keys: WELL_KNOWN_KEYS });
 * await world.clock.run(() => setUpClusters(world, description));
 * await world.close();
 */
export async function createWorld(options: WorldOptions): Promise<World> {
  const {
    description,
    clock,
    trace,
    random,
    keys,
    openTransport,
    reportsStatus = false,
    hasClients = () => false,
    makeIssuerKey,
    sealing = null,
    outside = null,
  } = options;
  const shared = await createNetworkSide(createHostDirectory(), clock, openTransport);
  const aws = createAws({ clock, networkFrom: shared.networkFrom, random, keys, hosts: shared.hosts, description, sealing });
  const issuerHosts = createIssuerHosts(shared.hosts);
  const over = new AbortController();
  let background: Refusal | null = null;
  const everybodys = {
    clock,
    refuseInBackground: (refusal: Refusal) => {
      background ??= refusal;
    },
    takeBackgroundRefusal: () => {
      const taken = background;
      background = null;
      return taken;
    },
    settleIam: aws.iam.settle,
    awsState: accessAwsState(aws.iam, aws.buckets),
  };
  const described = clustersOf(description);
  const isAlone = described.length === 1;
  const createPart = async ({ name, description: own }: ClusterDescription, index: number) => {
    const side = await createNetworkSide(createOwnHosts(shared.hosts), clock, openTransport);
    const wiring = {
      ...{ clock, networkFrom: side.networkFrom, hosts: side.hosts, description: own, reportsStatus, hasClients, makeIssuerKey },
      ...{ random: index === 0 ? random : random.stream(`cluster ${name}`), keys: keysOfCluster(keys, index) },
    };
    const ownTrace = isAlone ? trace : traceOfCluster(trace, name);
    const cluster = await createClusterWorld(wiring, {
      ...{ trace: ownTrace, side, issuerHosts, aws, outside: index === 0 ? outside : null, signal: over.signal, onRefusal: everybodys.refuseInBackground },
    });
    // The caches list what is there before anything else happens.
    await clock.advanceBy(0);
    return { name, side, cluster };
  };
  const parts: Awaited<ReturnType<typeof createPart>>[] = [];
  for (const [index, one] of described.entries()) parts.push(await createPart(one, index));
  const [first] = parts;
  if (first === undefined) throw new Error("a world has a cluster");
  const sides = parts.map(({ side }) => side);
  const clusterNames = parts.map(({ name }) => name);
  const close = async (): Promise<void> => {
    over.abort();
    for (const side of [shared, ...sides]) await side.close();
  };
  const inCluster = (name: string | null): World => {
    const part = name === null ? first : parts.find((one) => one.name === name);
    if (part === undefined) throw new Error(`there is no cluster ${name}`);
    if (isAlone) return world;
    const { block, delay, answer } = part.side;
    return { ...everybodys, ...part.cluster, clusterNames, inCluster, blockHost: block, delayHost: delay, answer, close };
  };
  const world: World = {
    ...everybodys,
    ...first.cluster,
    trace,
    clusterNames,
    inCluster,
    blockHost: (cut) => {
      for (const side of [shared, ...sides]) side.block(cut);
    },
    delayHost: (host, delayMs) => {
      for (const side of [shared, ...sides]) side.delay(host, delayMs);
    },
    answer: (script) => {
      for (const side of isOfNode(script.service) ? sides : [shared]) side.answer(script);
    },
    close,
  };
  return world;
}
