/** One cluster with all that belongs to it: its control plane and nodes, the apps in its pods, the controller in it and the developer's kubeconfig for it. */
import { type AccountId, type Arn, partitionOf, type Trace, trustAnchors } from "@irsa-sim/core";
import type { IamAccounts, SessionKeeper, User } from "@irsa-sim/iam";
import { createApps } from "../apps/create-apps.js";
import { createTokenRequester } from "../apps/request-token.js";
import { createController } from "../controller/create-controller.js";
import { createDeveloper } from "../developer/create-developer.js";
import { createPodNetworks, type PodSpec } from "../network/create-pod-networks.js";
import { createInspection } from "../network/inspect-tls.js";
import { listenNodeMetadata } from "../node/listen-node-metadata.js";
import { listenPodIdentityAgent } from "../node/listen-pod-identity-agent.js";
import { createOriginOfCredentials } from "../node/origin-of-credentials.js";
import { createEcrPull } from "../node/pull-from-ecr.js";
import type { Refusal } from "../refusal.js";
import { createServices } from "../services/create-services.js";
import { resourcePolicyOf } from "../settings/aws/resource-policies/resource-policy-of.js";
import { createClusterNetwork } from "../settings/cluster/network/create-cluster-network.js";
import type { World } from "../world.js";
import { awsHosts } from "./aws-hosts.js";
import { CONTROLLER_TOKEN, DEVELOPER_TOKEN } from "./bearer-tokens.js";
import { createCluster } from "./create-cluster.js";
import type { EksAuthIn } from "./create-eks-auth-hosts.js";
import type { NetworkSide } from "./create-network-side.js";
import type { IssuerHosts } from "./issuer-hosts.js";
import { joinCluster } from "./outside/join-cluster.js";
import type { OutsideCluster } from "./outside/outside-cluster.js";
import type { ClusterWiring } from "./wiring.js";

/** What of a world is one cluster's. */
export type ClusterWorld = Omit<
  World,
  | "clock"
  | "refuseInBackground"
  | "takeBackgroundRefusal"
  | "settleIam"
  | "awsState"
  | "inCluster"
  | "clusterNames"
  | "blockHost"
  | "delayHost"
  | "answer"
  | "close"
>;

/** What a cluster's part of a world is made from beside what its actors are wired with. */
export interface ClusterWorldOptions {
  readonly trace: Trace;
  readonly side: NetworkSide;
  readonly issuerHosts: IssuerHosts;
  readonly aws: { readonly iam: IamAccounts; readonly sessions: SessionKeeper; readonly eksAuthIn: EksAuthIn };
  /** A real cluster in the place of a described one. */
  readonly outside: OutsideCluster | null;
  readonly signal: AbortSignal;
  readonly onRefusal: (refusal: Refusal) => void;
}

/** A pod as it is stored, as far as its network and metadata depend on it. */
interface StoredPod {
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> };
  readonly spec?: PodSpec;
}

/** Creates a cluster and wires what belongs to it. */
export async function createClusterWorld(
  wiring: ClusterWiring,
  { trace, side, issuerHosts, aws, outside, signal, onRefusal }: ClusterWorldOptions,
): Promise<ClusterWorld> {
  const { clock, networkFrom, random, keys, hosts, description } = wiring;
  const { region, clockSkews } = description.cluster;
  const partition = partitionOf(region);
  const nodeRoleArn = `arn:${partition}:iam::${description.aws.account}:role/${description.aws.nodeRole.name}` as Arn;
  const pullImage = createEcrPull({ iam: aws.iam, partition, nodeRoleArn });
  const { tokenIssuer, ...cluster } =
    outside === null
      ? await createCluster(wiring, { trace, issuerHosts, pullImage, signal, onRefusal })
      : joinCluster(wiring, { trace, issuerHosts, signal, cluster: outside });
  const publicRoots = [keys.publicRoot, keys.serviceAuthority.certificate];
  const clusterTls = trustAnchors([keys.clusterRoot]);
  const developerIn = (account: AccountId): User => {
    const user = aws.iam.account(account)?.users.get("developer");
    if (user === undefined) throw new Error(`account ${account} has no user "developer"`);
    return user;
  };
  const developer = createDeveloper({
    network: networkFrom("developer"),
    clock,
    userIn: developerIn,
    account: description.aws.account,
    iam: awsHosts(region).iam,
    kubernetesToken: DEVELOPER_TOKEN,
    publicTls: trustAnchors(publicRoots),
    issuerTls: trustAnchors([...publicRoots, ...keys.certificates.ownIssuer.chain.slice(-1)]),
    clusterTls,
  });
  const controller = createController({
    access: { network: networkFrom("pods"), bearerToken: CONTROLLER_TOKEN, tls: clusterTls },
    root: trace.root,
  });
  const podOf = (namespace: string, name: string) => (cluster.readObject("Pod", namespace, name) ?? {}) as StoredPod;
  listenNodeMetadata(wiring, { ...aws, annotationsOf: (namespace, name) => podOf(namespace, name).metadata?.annotations ?? {} });
  if (tokenIssuer !== null) listenPodIdentityAgent(wiring, { ...aws, tokenIssuer, associations: cluster.associations });
  const apps = createApps({
    kubelet: cluster.kubelet,
    networkOf: createPodNetworks({
      hosts,
      transport: side.transportFrom("pods"),
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
    trace,
    keys,
    issuerUrl: description.cluster.issuer.url,
    hosts,
    networkFrom,
    developer,
    developerKey: () => developerIn(description.aws.account),
    controller,
    partition,
    accountId: description.aws.account,
    ...cluster,
    originOfCredentials: createOriginOfCredentials(aws.sessions, nodeRoleArn),
    findService: createServices(wiring, { iam: aws.iam.seenByServices, sessions: aws.sessions, policyOf: resourcePolicyOf(description) }),
    ...apps,
    requestToken: createTokenRequester(networkFrom("pods"), clusterTls),
  };
}
