/**
 * The kubelet of one node, as far as tokens depend on it.
 * Differs from the real one in how it learns of pods: a wake-up, then a list over the wire, where the kubelet keeps a watch open.
 * Leaves out: probes, a container's end, volumes that are not projected.
 * @see kubernetes-tokens.md, sections 5, 6 and 8
 */
import { bodyText, type Clock, type Files, type Network, type Random, type Span, type TlsPolicy } from "@irsa-sim/core";
import { createObjectCache, type ObjectReference } from "./objects/object-cache.js";
import type { Pod } from "./pod.js";
import { createPodWorker, type PodWorker } from "./pod-worker/pod-worker.js";
import type { PullImage, WaitingReason } from "./pull-image.js";
import type { RunningContainer } from "./running-container.js";
import { createSyncSchedule } from "./sync-schedule/create-sync-schedule.js";
import { createTokenManager } from "./token-manager/token-manager.js";

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
  /** Fetches images; when absent they are all there. */
  readonly pullImage?: PullImage;
  /** Where work begins that nobody asked for. */
  readonly root: Span;
}

/** A kubelet at work. */
export interface Kubelet {
  /** Lists the node's pods; starts workers for new ones and lets go of those that are gone. */
  syncPods(): Promise<void>;
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
  /** A ConfigMap or Secret changed; pods see it at their next sync. */
  objectChanged(reference: ObjectReference): void;
}

/** The one that the fact sheets were read from. */
const CURRENT_MINOR_VERSION = 33;

/** Creates a kubelet; nothing happens before it looks for pods. */
export function createKubelet(options: KubeletOptions, createSchedule = createSyncSchedule): Kubelet {
  const { nodeName, files, clock, root, minorVersion = CURRENT_MINOR_VERSION, runsUntilTold = () => false, pullImage = async () => null } = options;
  const schedule = createSchedule(options);
  const tokens = createTokenManager({ client: options, clock, random: schedule.random });
  const objects = createObjectCache(options);
  /** By namespace and name. */
  const workers = new Map<string, PodWorker>();
  const workerOf = (namespace: string, name: string): PodWorker | undefined => workers.get(`${namespace}/${name}`);
  let isRunning = true;
  /** The pods of the last list, by uid. */
  let listed: ReadonlySet<string> = new Set();

  const letGo = (key: string, worker: PodWorker): void => {
    worker.stop();
    tokens.forget(worker.pod.metadata.uid);
    workers.delete(key);
  };
  const lookAfter = async (pod: Pod, span: Span): Promise<void> => {
    const { namespace, name, uid } = pod.metadata;
    const key = `${namespace}/${name}`;
    const worker = createPodWorker(pod, {
      disk: files,
      tokens,
      objects,
      clock,
      schedule,
      root,
      minorVersion,
      pullImage,
      runsUntilTold: (container) => runsUntilTold(namespace, name, container),
    });
    workers.set(key, worker);
    span.note("kubelet.pod-seen", { pod: key, uid, node: nodeName });
    await worker.sync();
    // It went while its first token was on its way.
    if (workers.get(key) !== worker) tokens.forget(uid);
  };

  return {
    async syncPods() {
      if (!isRunning) return;
      const span = root.enter(`Look for pods on ${nodeName}`, { step: 2, actor: "kubelet" });
      const pods = await listPods(options, span);
      listed = new Set(pods.map(({ metadata }) => metadata.uid));
      for (const [key, worker] of workers) if (!listed.has(worker.pod.metadata.uid)) letGo(key, worker);
      for (const pod of pods) {
        // Starting one takes its time; meanwhile another list may have come.
        if (!isRunning || !listed.has(pod.metadata.uid) || workerOf(pod.metadata.namespace, pod.metadata.name) !== undefined) continue;
        await lookAfter(pod, span);
      }
    },
    container: (namespace, name, container) => workerOf(namespace, name)?.containers.running(container) ?? null,
    waiting: (namespace, name) => workerOf(namespace, name)?.waiting() ?? null,
    restartContainer: (namespace, name, container) => workerOf(namespace, name)?.containers.restart(container) ?? false,
    exitContainer: (namespace, name, container) => workerOf(namespace, name)?.containers.exit(container) ?? false,
    objectChanged(reference) {
      objects.changed(reference);
      for (const worker of workers.values()) worker.objectChanged(reference);
    },
    async restart() {
      for (const worker of workers.values()) worker.stop();
      isRunning = true;
      tokens.clear();
      root.enter("The kubelet starts again", { step: null, actor: "kubelet" }).note("kubelet.restarted");
      for (const worker of workers.values()) await worker.sync();
      await this.syncPods();
    },
    stop() {
      isRunning = false;
      for (const worker of workers.values()) worker.stop();
    },
  };
}

async function listPods({ network, apiServerUrl, nodeName, bearerToken, tls }: KubeletOptions, span: Span): Promise<readonly Pod[]> {
  const url = `${apiServerUrl}/api/v1/pods?fieldSelector=${encodeURIComponent(`spec.nodeName=${nodeName}`)}`;
  const headers = { authorization: `Bearer ${bearerToken}`, accept: "application/json" };
  const response = await network.send({ method: "GET", url, headers, body: "" }, span, { name: "ListPods", tls });
  if (response.status !== 200) throw new Error(`the API server refused the kubelet's list of pods with ${response.status}`);
  return (JSON.parse(bodyText(response)) as { readonly items: readonly Pod[] }).items;
}
