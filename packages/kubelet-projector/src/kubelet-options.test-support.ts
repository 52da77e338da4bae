import {
  createHostDirectory,
  createInMemoryFiles,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  type Handler,
  type Trace,
  trustAnchors,
  type VirtualClock,
} from "@irsa-sim/core";
import type { KubeletOptions } from "./kubelet.js";

/** A kubelet of node-1 with an empty disk, whose API server is `handler`. */
export function kubeletOptions({ clock, trace, handler }: { readonly clock: VirtualClock; readonly trace: Trace; readonly handler: Handler }): KubeletOptions {
  const hosts = createHostDirectory();
  hosts.listen({ host: "api.test", actor: "api-server", handler });
  return {
    nodeName: "node-1",
    network: createNetwork(hosts, createInMemoryTransport(hosts, clock), clock),
    apiServerUrl: "http://api.test",
    bearerToken: "kubelet",
    tls: trustAnchors([]),
    files: createInMemoryFiles(clock),
    clock,
    random: createRandom("kubelet"),
    root: trace.root,
    cacheSpan: trace.quiet,
    signal: new AbortController().signal,
  };
}
