/** Which way a pod's request goes: name server, sidecar, proxy, VPC endpoint or internet, in the order in which they matter. */
import type { TlsInspection } from "../settings/cluster/network/tls-inspection-schema.js";
import { findProxy } from "./find-proxy.js";

/** A VPC endpoint, as far as ways lead through it. */
export interface EndpointHosts {
  readonly id: string;
  /** Names that it answers for, `*.` for one label more. */
  readonly hosts: readonly string[];
}

/** What the cluster's network has, with defaults filled in. */
export interface ClusterNetwork {
  /** Whether there is a route from pods to the internet. */
  readonly internet: boolean;
  readonly vpcEndpoints: readonly EndpointHosts[];
  /** `host:port` of the proxy through which the cluster gets out; `null` for none. */
  readonly proxy: string | null;
  /** The hosts whose TLS a firewall opens; `null` without one. */
  readonly tlsInspection: TlsInspection | null;
  /** Whether the cluster's own name server answers. */
  readonly clusterDns: boolean;
  /** How long after a container its sidecar is ready; `null` for pods without one. */
  readonly sidecarReadyAfterMs: number | null;
  /** Whether nodes have instance metadata that pods can ask; Fargate's have not. */
  readonly hasInstanceMetadata: boolean;
}

/** Who sends. */
export interface PodSender {
  readonly environment: Readonly<Record<string, string>>;
  /** Whether the app's HTTP client takes the proxy's variables. */
  readonly readsProxyVariables: boolean;
  /** Whether the pod asks the cluster's name server; with `dnsPolicy: Default` it asks the node's. */
  readonly asksClusterDns: boolean;
  /** How long the container has been running. */
  readonly runningForMs: number;
}

/** Why a request gets nowhere. */
export type DropReason = "no-instance-metadata" | "cluster-dns-silent" | "proxy-unknown" | "sidecar-not-ready" | "no-route";

/** `pass`: on its way, `proxy` names the proxy that carries it, `endpoint` the VPC endpoint by its id; `drop`: the connection fails as `how` says, on the way to `host`. */
export type PodRoute =
  | { readonly act: "pass"; readonly proxy: string | null; readonly endpoint: string | null }
  | { readonly act: "drop"; readonly reason: DropReason; readonly how: "timeout" | "refused" | "unresolved" | "dns-timeout"; readonly to: URL };

/** The node's instance metadata. */
export const METADATA_HOST = "169.254.169.254";

/** Decides the way of one request. */
export function decidePodRoute(url: URL, sender: PodSender, network: ClusterNetwork): PodRoute {
  if (url.hostname === METADATA_HOST && !network.hasInstanceMetadata) return { act: "drop", reason: "no-instance-metadata", how: "timeout", to: url };
  if (isNear(url.hostname)) return { act: "pass", proxy: null, endpoint: null };
  const proxy = sender.readsProxyVariables ? findProxy(url, sender.environment) : null;
  const first = proxy ?? url;
  if (sender.asksClusterDns && !network.clusterDns) return { act: "drop", reason: "cluster-dns-silent", how: "dns-timeout", to: first };
  if (network.sidecarReadyAfterMs !== null && sender.runningForMs < network.sidecarReadyAfterMs)
    return { act: "drop", reason: "sidecar-not-ready", how: "refused", to: first };
  if (proxy !== null) {
    if (proxy.host === network.proxy) return { act: "pass", proxy: proxy.host, endpoint: null };
    return { act: "drop", reason: "proxy-unknown", how: "unresolved", to: proxy };
  }
  const endpoint = network.vpcEndpoints.find(({ hosts }) => hosts.some((host) => covers(host, url.hostname))) ?? null;
  if (endpoint !== null) return { act: "pass", proxy: null, endpoint: endpoint.id };
  return network.internet ? { act: "pass", proxy: null, endpoint: null } : { act: "drop", reason: "no-route", how: "timeout", to: url };
}

/** On the node or in the cluster itself. */
export function isNear(host: string): boolean {
  return host.startsWith("169.254.") || host.startsWith("[fd00:ec2::") || host === "localhost" || host.startsWith("127.") || host.endsWith(".svc");
}

function covers(pattern: string, host: string): boolean {
  return pattern === host || (pattern.startsWith("*.") && host.replace(/^[^.]+/, "*") === pattern);
}
