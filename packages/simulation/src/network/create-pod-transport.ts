import { type NetworkPath, type OpenExchange, type Transport, withNetworkPath } from "@irsa-sim/core";
import { SOURCE_POD_HEADER } from "../node/create-metadata-agent.js";
import { addressOf, privateAddressOf } from "./address-of.js";
import { type ClusterNetwork, decidePodRoute, isNear, METADATA_HOST, type PodRoute, type PodSender } from "./decide-pod-route.js";
import { type Inspect, isInspected } from "./inspect-tls.js";
import { connectionError } from "./reachability.js";

/** The pod's end of the way. */
export interface PodEnd {
  /** How the pod is at this moment. */
  readonly sender: () => PodSender;
  /** `namespace/name`. */
  readonly pod: string;
  /** Whether the node's metadata is told which pod asks. */
  readonly tellsPod: boolean;
  /** The firewall, for hosts whose TLS it opens. */
  readonly inspect: Inspect;
}

/**
 * The way out of one pod; what gets nowhere, and what a proxy carries, is noted in the exchange.
 * Differs from a proxy on the wire: it is asked for no tunnel by a request of its own (CONNECT), so the trace has the request to the host alone.
 */
export function createPodTransport(transport: Transport, network: ClusterNetwork, { sender, pod, tellsPod, inspect }: PodEnd): Transport {
  return {
    async carry(request, exchange, options) {
      const url = new URL(request.url);
      const route = decidePodRoute(url, sender(), network);
      if (route.act === "drop") {
        noteDrop(route, network, exchange);
        throw connectionError(route.how, route.to, route.to.host === url.host ? null : route.to.origin);
      }
      if (route.proxy !== null) exchange.span.note("network.proxied", { proxy: route.proxy });
      const tells = tellsPod && url.hostname === METADATA_HOST;
      const told = tells ? { ...request, headers: { ...request.headers, [SOURCE_POD_HEADER]: pod } } : request;
      const path = pathOf(route, pod);
      const sent = path === null ? told : withNetworkPath(told, path);
      if (!passesInspection(url, route, network)) return transport.carry(sent, exchange, options);
      exchange.span.note("network.tls-inspected", { host: url.hostname });
      return transport.carry(sent, exchange, inspect(options, url.hostname, exchange));
    },
  };
}

/** A firewall stands between the cluster and the internet, and not before a VPC endpoint. */
function passesInspection({ protocol, hostname }: URL, { endpoint }: Extract<PodRoute, { readonly act: "pass" }>, { tlsInspection }: ClusterNetwork): boolean {
  return tlsInspection !== null && endpoint === null && protocol === "https:" && !isNear(hostname) && isInspected(tlsInspection, hostname);
}

/** What AWS sees of the sender: its own address through an endpoint, the proxy's through one; `null` for the NAT gateway's. */
function pathOf({ proxy, endpoint }: Extract<PodRoute, { readonly act: "pass" }>, pod: string): NetworkPath | null {
  if (endpoint !== null) return { sourceIp: privateAddressOf(pod), vpcEndpointId: endpoint };
  return proxy === null ? null : { sourceIp: addressOf(new URL(`http://${proxy}`).hostname), vpcEndpointId: null };
}

function noteDrop({ reason, to }: Extract<PodRoute, { readonly act: "drop" }>, network: ClusterNetwork, exchange: OpenExchange): void {
  const { proxy, sidecarReadyAfterMs } = network;
  const vpcEndpoints = network.vpcEndpoints.flatMap(({ hosts }) => hosts);
  const why = {
    "no-route": { vpcEndpoints, proxy },
    "proxy-unknown": { proxy },
    "sidecar-not-ready": { sidecarReadyAfterMs },
    "cluster-dns-silent": {},
    "no-instance-metadata": {},
  }[reason];
  exchange.span.note("network.dropped", { reason, host: to.hostname, ...why });
}
