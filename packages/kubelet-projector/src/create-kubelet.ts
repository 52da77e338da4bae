/**
 * The kubelet of one node, as far as tokens depend on it.
 * Differs from the real one in that its watch of pods only wakes it up: what it then finds, it lists.
 * Leaves out: probes, a container's end, volumes that are not projected.
 * @see kubernetes-tokens.md, sections 5, 6 and 8
 */
import { listAndWatch, type ObjectChange } from "@irsa-sim/core/list-and-watch";
import type { Kubelet, KubeletOptions } from "./kubelet.js";
import { CURRENT_MINOR_VERSION, createNodePods, ofNode } from "./node-pods.js";
import type { Pod } from "./pod.js";
import { reportNode } from "./status/report-node.js";

/** Creates a kubelet; nothing happens before `start`. */
export function createKubelet(options: KubeletOptions, createPods = createNodePods): Kubelet {
  const { clock, root, signal, minorVersion = CURRENT_MINOR_VERSION, status } = options;
  const pods = createPods(options);
  /** The process that runs; `null` while none does. */
  let process: AbortController | null = null;
  let isSyncDue = false;

  /** One list answers all that the watch tells at one instant. */
  const podsChanged = (): void => {
    if (isSyncDue) return;
    isSyncDue = true;
    clock.at(clock.now(), async () => {
      isSyncDue = false;
      if (process !== null) await pods.sync();
    });
  };
  const isNews = ({ type, object: { metadata } }: ObjectChange<Pod>): boolean => {
    if (type === "DELETED" || metadata.deletionTimestamp !== undefined || (type === "MODIFIED" && status === undefined)) return true;
    // A watch begins with what is there, and tells of each status that was sent; a pod that is looked after already is no news.
    return pods.find(metadata.namespace, metadata.name)?.pod.metadata.uid !== metadata.uid;
  };
  const watchPods = (until: AbortSignal): void => {
    const loop = {
      ...options,
      url: `${options.apiServerUrl}/api/v1/pods`,
      fieldSelector: ofNode(options.nodeName),
      name: "Pods",
      span: options.cacheSpan,
      signal: until,
      onChange: (change: ObjectChange<Pod>) => {
        if (isNews(change)) podsChanged();
      },
    };
    clock.at(clock.now(), () => listAndWatch<Pod>(loop));
  };
  const begin = (): AbortController => {
    const begun = new AbortController();
    signal.addEventListener("abort", () => begun.abort(), { signal: begun.signal });
    process = begun;
    if (status !== undefined) reportNode({ ...options, status, minorVersion, signal: begun.signal });
    return begun;
  };
  const stop = (): void => {
    process?.abort();
    process = null;
    pods.stop();
  };

  return {
    start: () => watchPods(begin().signal),
    stop,
    async restart() {
      stop();
      const begun = begin();
      root.enter("The kubelet starts again", { step: null, actor: "kubelet" }).note("kubelet.restarted");
      await pods.syncAnew();
      await pods.sync();
      watchPods(begun.signal);
    },
    container: (namespace, name, container) => pods.find(namespace, name)?.containers.running(container) ?? null,
    waiting: (namespace, name) => pods.find(namespace, name)?.waiting() ?? null,
    restartContainer: (namespace, name, container) => pods.find(namespace, name)?.containers.restart(container) ?? false,
    exitContainer: (namespace, name, container) => pods.find(namespace, name)?.containers.exit(container) ?? false,
  };
}
