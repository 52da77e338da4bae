/**
 * One pod on the node: sets its volumes up, starts its containers, and looks after it every 60 to 90 seconds.
 * @see kubernetes-tokens.md, section 6.5
 */
import type { Clock, ClockTimer, Files, Random, Span } from "@irsa-sim/core";
import type { ObjectCache } from "../objects/object-cache.js";
import { type Container, containersOf, type Pod } from "../pod.js";
import { setUpVolume } from "../projected-volume/set-up-volume.js";
import type { SettledVolume } from "../projected-volume/settled-volume.js";
import { VolumeError } from "../projected-volume/volume-error.js";
import type { PullImage, WaitingReason } from "../pull-image.js";
import { type RunningContainer, startContainer } from "../running-container.js";
import type { TokenManager } from "../token-manager/token-manager.js";

const SYNC_PERIOD_MS = 60_000;
const SYNC_JITTER = 0.5;
const FIRST_RETRY_MS = 500;
const MAX_RETRY_MS = 122_000;
/** Of a pull that was refused: ten seconds, doubled each time, at most five minutes. */
const FIRST_PULL_RETRY_MS = 10_000;
const MAX_PULL_RETRY_MS = 300_000;

/** What a worker works with. */
export interface PodWorkerOptions {
  readonly disk: Files;
  readonly tokens: TokenManager;
  readonly objects: ObjectCache;
  readonly clock: Clock;
  readonly random: Random;
  /** Kubernetes' minor version, 29 for 1.29. */
  readonly minorVersion: number;
  /** Whether a program is left to run until `exitContainer`; others in init containers end at once. */
  readonly runsUntilTold: (container: string) => boolean;
  readonly pullImage: PullImage;
  /** Where work begins that nobody asked for. */
  readonly root: Span;
}

/** A pod that the kubelet looks after. */
export interface PodWorker {
  readonly pod: Pod;
  /** Sets volumes up and starts the containers; after a failure it goes on trying by itself. */
  start(): Promise<void>;
  /** A container that runs; by default the pod's first. */
  container(name?: string): RunningContainer | null;
  /** Why its containers do not run, when an image could not be had; else `null`. */
  waiting(): WaitingReason | null;
  /** Looks at the pod now, as after any event that concerns it. */
  sync(): Promise<void>;
  /** Starts a container again, with what its mounts show now; `false` when it does not run. */
  restartContainer(name?: string): boolean;
  /** A container's program ends well; of an init container, what waits for it is started. `false` when it does not run. */
  exitContainer(name: string): boolean;
  /** No more syncs; the containers go on with the files they have. */
  stop(): void;
}

/** Creates a worker; nothing happens before `start`. */
export function createPodWorker(pod: Pod, options: PodWorkerOptions): PodWorker {
  const { disk, clock, random, root, runsUntilTold, pullImage } = options;
  const running = new Map<string, RunningContainer>();
  const exited = new Set<string>();
  const restarts = new Map<string, number>();
  const settled = new Map<string, SettledVolume>();
  let hasStarted = false;
  let timer: ClockTimer | null = null;
  let retryMs = FIRST_RETRY_MS;
  let pullRetryMs = FIRST_PULL_RETRY_MS;
  let waiting: WaitingReason | null = null;

  const syncVolumes = async (): Promise<boolean> => {
    for (const volume of pod.spec.volumes ?? []) {
      if (volume.projected === undefined) continue;
      try {
        await setUpVolume({ files: disk, settled, ...options }, pod, volume, root);
      } catch (error) {
        if (!(error instanceof VolumeError)) throw error;
        root
          .enter("Mount the volume", { step: 5, actor: "kubelet" })
          .note("kubelet.failed-mount", { message: `MountVolume.SetUp failed for volume "${volume.name}" : ${error.message}` });
        return false;
      }
    }
    return true;
  };

  const sync = async (): Promise<void> => {
    const isSetUp = await syncVolumes();
    if (isSetUp && !hasStarted && (await pullImages())) startContainers();
    timer?.cancel();
    timer = clock.at((clock.now() + nextSyncMs(isSetUp)) as ReturnType<Clock["now"]>, sync);
  };

  /** All of them before the first container starts, where the kubelet pulls each just before its own container. */
  const pullImages = async (): Promise<boolean> => {
    const images = new Set(containersOf(pod).flatMap(({ image }) => (image === undefined ? [] : [image])));
    for (const image of images) {
      const span = root.enter(`Pull ${image}`, { step: 2, actor: "kubelet" });
      const refusal = await pullImage(image, span);
      if (refusal === null) continue;
      waiting = { reason: waiting === null ? "ErrImagePull" : "ImagePullBackOff", message: `Failed to pull image "${image}": ${refusal}` };
      span.note("kubelet.failed-pull", { image, ...waiting });
      return false;
    }
    waiting = null;
    return true;
  };

  const firstName = pod.spec.containers[0]?.name ?? "";
  const start = (containers: readonly Container[]): void => {
    for (const container of containers) running.set(container.name, startContainer(pod, container, { disk, clock, restarts: 0 }));
    root.enter("Start the containers", { step: 2, actor: "kubelet" }).note("kubelet.containers-started", { containers: containers.map(({ name }) => name) });
  };
  const exit = (name: string): void => {
    running.delete(name);
    exited.add(name);
    root.enter("A container ends", { step: 2, actor: "kubelet" }).note("kubelet.container-exited", { container: name, code: 0 });
  };
  /** Init containers one after another, each when the one before has ended, and a sidecar as soon as it runs; then all others at once. */
  const startContainers = (): void => {
    hasStarted = true;
    for (const container of pod.spec.initContainers ?? []) {
      const { name, restartPolicy } = container;
      if (exited.has(name)) continue;
      if (!running.has(name)) start([container]);
      if (restartPolicy === "Always") continue;
      if (runsUntilTold(name)) return;
      exit(name);
    }
    start(pod.spec.containers);
  };
  /** A pod whose containers run is looked at in 60 to 90 s whatever happened; one that waits for its volumes is tried again sooner. */
  const nextSyncMs = (isSetUp: boolean): number => {
    if (waiting !== null) {
      const wait = pullRetryMs;
      pullRetryMs = Math.min(pullRetryMs * 2, MAX_PULL_RETRY_MS);
      return wait;
    }
    if (isSetUp || hasStarted) return Math.round(SYNC_PERIOD_MS * (1 + SYNC_JITTER * random.fraction()));
    const wait = retryMs;
    retryMs = Math.min(retryMs * 2, MAX_RETRY_MS);
    return wait;
  };

  return {
    pod,
    start: sync,
    sync,
    container: (name) => running.get(name ?? firstName) ?? null,
    waiting: () => waiting,
    restartContainer(name = firstName) {
      const container = containersOf(pod).find((candidate) => candidate.name === name);
      if (container === undefined || !running.has(name)) return false;
      const count = (restarts.get(name) ?? 0) + 1;
      restarts.set(name, count);
      running.set(name, startContainer(pod, container, { disk, clock, restarts: count }));
      root.enter("Restart a container", { step: 2, actor: "kubelet" }).note("kubelet.container-restarted", { container: name, restarts: count });
      return true;
    },
    exitContainer(name) {
      if (!running.has(name)) return false;
      exit(name);
      if ((pod.spec.initContainers ?? []).some((container) => container.name === name)) startContainers();
      return true;
    },
    stop: () => timer?.cancel(),
  };
}
