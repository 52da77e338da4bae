import type { Clock, Files, Network, Random, Span, TlsPolicy } from "@irsa-sim/core";
import type { Pod } from "./pod.js";
import type { Ending } from "./pod-worker/pod-containers.js";
import type { PullImage, WaitingReason } from "./pull-image.js";
import type { RunningContainer } from "./running-container.js";
import type { StatusSources } from "./status/status-sources.js";

/** What a kubelet is made from. */
export interface KubeletOptions {
  readonly nodeName: string;
  readonly network: Network;
  readonly apiServerUrl: string;
  readonly bearerToken: string;
  readonly tls: TlsPolicy;
  /** The node's disk. */
  readonly files: Files;
  readonly clock: Clock;
  readonly random: Random;
  /** Kubernetes' minor version, 29 for 1.29; a current one when absent. */
  readonly minorVersion?: number | undefined;
  /** Whether a container's program runs until `exitContainer`; when absent none does, and those in init containers end at once. */
  readonly runsUntilTold?: (namespace: string, pod: string, container: string) => boolean;
  /** When a pod's programs end that nobody tells to; never when absent. */
  readonly endingOf?: (pod: Pod) => Ending | null;
  /** Fetches images; when absent they are all there. */
  readonly pullImage?: PullImage;
  /** Lets it tell the API server how its node and pods are; it tells nothing when absent. */
  readonly status?: StatusSources | undefined;
  /** Where work begins that nobody asked for. */
  readonly root: Span;
  /** Where the lists and watches of its caches are recorded. */
  readonly cacheSpan: Span;
  /** Ends its watches for good. */
  readonly signal: AbortSignal;
}

/** A kubelet at work. */
export interface Kubelet {
  /** The process starts: from now on it hears of the pods of its node. */
  start(): void;
  /** A running container of a pod on this node, by default the pod's first; `null` while it does not run. */
  container(namespace: string, pod: string, container?: string): RunningContainer | null;
  /** Why a pod's containers do not run, when an image could not be had; else `null`. */
  waiting(namespace: string, pod: string): WaitingReason | null;
  /** The process ends: nobody replaces a token any more, and the containers go on running. */
  stop(): void;
  /** The process starts again, with an empty token cache: each volume gets a fresh token. */
  restart(): Promise<void>;
  /** Starts a container again, by default the pod's first; `false` when it does not run. */
  restartContainer(namespace: string, pod: string, container?: string): boolean;
  /** A container's program ends well: after the last init container the others are started; `false` when it does not run. */
  exitContainer(namespace: string, pod: string, container: string): boolean;
}
