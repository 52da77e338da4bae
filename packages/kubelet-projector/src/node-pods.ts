/** The pods of the node: each that is listed has a worker. */
import { bodyText, type Span } from "@irsa-sim/core";
import { createEventRecorder } from "@irsa-sim/core/event-recorder";
import { endPod } from "./end-pod.js";
import { createPodEvents } from "./events/pod-events.js";
import type { KubeletOptions } from "./kubelet.js";
import { createObjectCache } from "./objects/object-cache.js";
import type { Pod } from "./pod.js";
import { createPodWorker, type PodWorker } from "./pod-worker/pod-worker.js";
import { createPodStatuses } from "./status/pod-statuses.js";
import { createSyncSchedule } from "./sync-schedule/create-sync-schedule.js";
import { createTokenManager } from "./token-manager/token-manager.js";

/** The pods that a kubelet looks after. */
export interface NodePods {
  /** Lists the node's pods; starts workers for new ones and lets go of those that are gone. */
  sync(): Promise<void>;
  /** `null` for a pod that is not looked after. */
  find(namespace: string, name: string): PodWorker | null;
  /** Looks at each of them with an empty token cache. */
  syncAnew(): Promise<void>;
  /** No more looks, until the next sync; the containers go on. */
  stop(): void;
}

/** The one whose code the fact sheets and recordings are of. */
export const CURRENT_MINOR_VERSION = 36;

/** A field selector for the pods of a node. */
export function ofNode(nodeName: string): string {
  return `spec.nodeName=${nodeName}`;
}

/** Nobody is looked after before the first `sync`. */
export function createNodePods(options: KubeletOptions, createSchedule = createSyncSchedule): NodePods {
  const { nodeName, files, clock, root, minorVersion = CURRENT_MINOR_VERSION, runsUntilTold = () => false, pullImage = async () => null } = options;
  const schedule = createSchedule(options);
  const tokens = createTokenManager({ client: options, clock, random: schedule.random, minorVersion });
  const objects = createObjectCache({
    ...options,
    onChanged: (reference) => {
      for (const worker of workers.values()) worker.objectChanged(reference);
    },
  });
  const shared = { disk: files, tokens, objects, clock, schedule, minorVersion, pullImage };
  const statuses = options.status === undefined ? null : createPodStatuses({ ...options, status: options.status });
  const source = { component: "kubelet", host: nodeName };
  const recorder = options.status === undefined ? null : createEventRecorder({ ...options, span: options.cacheSpan, source });
  /** By namespace and name. */
  const workers = new Map<string, PodWorker>();
  /** The pods of the last list, by uid. */
  let listed: ReadonlySet<string> = new Set();

  const letGo = (key: string, worker: PodWorker): void => {
    worker.stop();
    tokens.forget(worker.pod.metadata.uid);
    statuses?.forget(worker);
    workers.delete(key);
  };
  const lookAfter = async (pod: Pod, span: Span): Promise<void> => {
    const { namespace, name, uid } = pod.metadata;
    const key = keyOf(namespace, name);
    const own = {
      ending: options.endingOf?.(pod) ?? null,
      events: createPodEvents(recorder, pod, minorVersion),
      root: root.about({ pod: key }),
      runsUntilTold: (container: string) => runsUntilTold(namespace, name, container),
      onChanged: () => statuses?.changed(worker),
    };
    const worker: PodWorker = createPodWorker(pod, { ...shared, ...own });
    workers.set(key, worker);
    statuses?.changed(worker);
    span.about({ pod: key }).note("kubelet.pod-seen", { pod: key, uid, node: nodeName });
    await worker.sync();
    // It went while its first token was on its way.
    if (workers.get(key) !== worker) tokens.forget(uid);
  };

  const terminate = (pod: Pod): void => {
    const worker = workers.get(keyOf(pod.metadata.namespace, pod.metadata.name));
    const isOurs = worker?.pod.metadata.uid === pod.metadata.uid;
    if (isOurs) for (const { container, running } of worker.containers.states()) if (running !== null) worker.events?.stopping(container);
    endPod(options, pod, root);
  };

  return {
    async sync() {
      const span = root.enter(`Look for pods on ${nodeName}`, { step: 2, actor: "kubelet" });
      const pods = await listPods(options, span);
      const staying = pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
      listed = new Set(staying.map(({ metadata }) => metadata.uid));
      for (const pod of pods) if (pod.metadata.deletionTimestamp !== undefined) terminate(pod);
      for (const [key, worker] of workers) if (!listed.has(worker.pod.metadata.uid)) letGo(key, worker);
      for (const pod of staying) {
        // What has ended is not begun again.
        if (pod.status?.phase === "Succeeded" || pod.status?.phase === "Failed") continue;
        // Starting one takes its time; meanwhile another list may have come.
        if (!listed.has(pod.metadata.uid) || workers.has(keyOf(pod.metadata.namespace, pod.metadata.name))) continue;
        await lookAfter(pod, span);
      }
    },
    find: (namespace, name) => workers.get(keyOf(namespace, name)) ?? null,
    async syncAnew() {
      tokens.clear();
      for (const worker of workers.values()) await worker.sync();
    },
    stop() {
      listed = new Set();
      for (const worker of workers.values()) worker.stop();
    },
  };
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

async function listPods({ network, apiServerUrl, nodeName, bearerToken, tls }: KubeletOptions, span: Span): Promise<readonly Pod[]> {
  const url = `${apiServerUrl}/api/v1/pods?fieldSelector=${encodeURIComponent(ofNode(nodeName))}`;
  const headers = { authorization: `Bearer ${bearerToken}`, accept: "application/json" };
  const response = await network.send({ method: "GET", url, headers, body: "" }, span, { name: "ListPods", tls });
  if (response.status !== 200) throw new Error(`the API server refused the kubelet's list of pods with ${response.status}`);
  return (JSON.parse(bodyText(response)) as { readonly items: readonly Pod[] }).items;
}
