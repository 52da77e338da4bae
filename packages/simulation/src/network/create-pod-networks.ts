import { type Clock, createNetwork, type EpochMillis, type HostDirectory, type Network, type Transport } from "@irsa-sim/core";
import { readsProxyVariables, type SdkId } from "@irsa-sim/sdk-credential-provider";
import { createPodTransport } from "./create-pod-transport.js";
import type { ClusterNetwork } from "./decide-pod-route.js";
import type { Inspect } from "./inspect-tls.js";

/** An app in a container, as far as its network depends on it. */
export interface NetworkedApp {
  readonly namespace: string;
  readonly pod: string;
  readonly sdk: SdkId;
  readonly environment: Readonly<Record<string, string>>;
  /** On the node's clock. */
  readonly startedAt: EpochMillis;
  readonly hostNetwork: boolean;
}

/** What of a pod its network depends on. */
export interface PodSpec {
  readonly dnsPolicy?: string;
}

/** What the networks of pods are made from. */
export interface PodNetworksOptions {
  readonly hosts: HostDirectory;
  readonly transport: Transport;
  readonly network: ClusterNetwork;
  readonly podSpec: (namespace: string, pod: string) => PodSpec;
  readonly nodeClock: Clock;
  /** Whether requests for metadata say which pod they come from, for an agent on the node. */
  readonly saysPod: boolean;
  readonly inspect: Inspect;
}

/** Names that ask the cluster's name server; on the node's network `ClusterFirst` means the node's. */
const CLUSTER_FIRST = "ClusterFirst";

/** Creates the networks: each app has the one of its pod. */
export function createPodNetworks({ hosts, transport, network, podSpec, nodeClock, saysPod, inspect }: PodNetworksOptions): (app: NetworkedApp) => Network {
  return ({ namespace, pod, sdk, environment, startedAt, hostNetwork }) => {
    const sender = () => {
      const { dnsPolicy = CLUSTER_FIRST } = podSpec(namespace, pod);
      const asksClusterDns = dnsPolicy === "ClusterFirstWithHostNet" || (dnsPolicy === CLUSTER_FIRST && !hostNetwork);
      return { environment, readsProxyVariables: readsProxyVariables(sdk), asksClusterDns, runningForMs: nodeClock.now() - startedAt };
    };
    return createNetwork(hosts, createPodTransport(transport, network, { sender, pod: `${namespace}/${pod}`, tellsPod: saysPod, inspect }), nodeClock);
  };
}
