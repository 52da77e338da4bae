/**
 * One pod on the node: sets its volumes up, starts its containers, and looks after it from then on.
 * @see kubernetes-tokens.md, section 6.5
 */
import { addMillis, backOffMs, type Clock, type Files, type Span } from "@irsa-sim/core";
import { EnvironmentError, readVariableSources, resolveEnvironment, type VariableSources, variableSourcesOf } from "../environment.js";
import type { PodEvents } from "../events/pod-events.js";
import type { ObjectCache, ObjectReference } from "../objects/object-cache.js";
import { containersOf, mountedVolumesOf, type Pod, projectedSourcesOf } from "../pod.js";
import { setUpVolume } from "../projected-volume/set-up-volume.js";
import { objectsOf } from "../projected-volume/sources/keys.js";
import { wantedToken } from "../projected-volume/sources/service-account-token.js";
import { VolumeError } from "../projected-volume/volume-error.js";
import type { PullImage, WaitingReason } from "../pull-image.js";
import { decideRest, type Rest } from "../sync-schedule/decide-rest.js";
import { nextSync } from "../sync-schedule/next-sync.js";
import type { PlannedSync, SyncSchedule } from "../sync-schedule/sync-schedule.js";
import type { TokenManager } from "../token-manager/token-manager.js";
import { observeWrites } from "./observe-writes.js";
import { createPodContainers, type Ending, type PodContainers } from "./pod-containers.js";

const MOUNT_BACK_OFF = { firstMs: 500, maxMs: 122_000 };
const PULL_BACK_OFF = { firstMs: 10_000, maxMs: 300_000 };

/** What a worker works with. */
export interface PodWorkerOptions {
  readonly disk: Files;
  readonly tokens: TokenManager;
  readonly objects: ObjectCache;
  readonly clock: Clock;
  readonly schedule: SyncSchedule;
  /** Kubernetes' minor version, 29 for 1.29. */
  readonly minorVersion: number;
  /** Whether a program is left to run until `exit`; others in init containers end at once. */
  readonly runsUntilTold: (container: string) => boolean;
  readonly pullImage: PullImage;
  /** Where work begins that nobody asked for. */
  readonly root: Span;
  /** When programs end that nobody tells to; never when absent. */
  readonly ending?: Ending | null;
  /** Told what is to be seen in events; nobody is when absent. */
  readonly events?: PodEvents;
  /** Told when its containers start, end or cannot start. */
  readonly onChanged?: () => void;
}

/** A pod that the kubelet looks after. */
export interface PodWorker {
  readonly pod: Pod;
  readonly events: PodEvents | undefined;
  readonly containers: Pick<PodContainers, "running" | "restart" | "exit" | "states">;
  /** Why its containers do not run, when an image could not be had; else `null`. */
  waiting(): WaitingReason | null;
  /** Looks at the pod: brings its volumes up to date and starts its containers if they do not run; afterwards, and after a failure, it goes on by itself. */
  sync(): Promise<void>;
  /** An object changed; if the pod shows it, the next look reads it. */
  objectChanged(reference: ObjectReference): void;
  /** No more looks; the containers go on with the files they have. */
  stop(): void;
}

/** Creates a worker; nothing happens before the first `sync`. */
export function createPodWorker(pod: Pod, options: PodWorkerOptions): PodWorker {
  const { tokens, objects, clock, root, schedule, pullImage } = options;
  const disk = observeWrites(options.disk, () => planned?.wake());
  /** As they were when every variable had a value. */
  let variableSources: VariableSources = new Map();
  const containers = createPodContainers(pod, { ...options, disk, variableSources: () => variableSources });
  let planned: PlannedSync | null = null;
  let failedMounts = 0;
  let failedPulls = 0;
  let waiting: WaitingReason | null = null;
  /** The look at work; an earlier one that is still waiting for somebody has nothing more to say. */
  let latest = 0;

  const syncVolumes = async (isWanted: () => boolean): Promise<boolean> => {
    let areSetUp = true;
    for (const volume of mountedVolumesOf(pod)) {
      if (volume.projected === undefined) continue;
      try {
        await setUpVolume({ files: options.disk, ...options, random: schedule.random, isWanted }, pod, volume, root);
      } catch (error) {
        if (!(error instanceof VolumeError)) throw error;
        const message = `MountVolume.SetUp failed for volume "${volume.name}" : ${error.message}`;
        root.enter("Mount the volume", { step: 5, actor: "kubelet" }).note("kubelet.failed-mount", { message });
        options.events?.failedMount(message);
        areSetUp = false;
      }
      if (!isWanted()) return false;
    }
    return areSetUp;
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
      for (const container of containersOf(pod)) if (container.image === image) options.events?.failedPull(container, image, waiting);
      options.onChanged?.();
      return false;
    }
    waiting = null;
    return true;
  };

  /** All of them before the first container starts, too. */
  const readVariables = async (): Promise<boolean> => {
    if (variableSourcesOf(pod).length === 0) return true;
    try {
      const sources = await readVariableSources(pod, objects, root);
      for (const container of containersOf(pod)) resolveEnvironment(pod, container, sources);
      variableSources = sources;
    } catch (error) {
      if (!(error instanceof EnvironmentError || error instanceof VolumeError)) throw error;
      if (containers.haveStarted) return true;
      waiting = { reason: "CreateContainerConfigError", message: error.message };
      root.enter("Create the containers", { step: 2, actor: "kubelet" }).note("kubelet.failed-configuration", { ...waiting });
      options.events?.failedConfiguration(error.message);
      options.onChanged?.();
      return false;
    }
    return true;
  };

  const sync = async (): Promise<void> => {
    planned?.cancel();
    latest += 1;
    const mine = latest;
    const isWanted = (): boolean => mine === latest;
    const isSetUp = await syncVolumes(isWanted);
    const isPulled = isSetUp && isWanted() && !containers.haveStarted ? await pullImages() : true;
    const isConfigured = isSetUp && isPulled && isWanted() ? await readVariables() : true;
    if (!isWanted()) return;
    if (isSetUp && isPulled && isConfigured && !containers.haveStarted) containers.start();
    planned = schedule.plan({ ...planNext(isSetUp), sync });
  };

  /** A pod whose containers run is looked at in 60 to 90 s whatever happened; one that waits for its volumes or images is tried again sooner. */
  const planNext = (isSetUp: boolean): Pick<Parameters<SyncSchedule["plan"]>[0], "at" | "rest"> => {
    if (waiting !== null) return { at: addMillis(clock.now(), backOffMs(failedPulls++, PULL_BACK_OFF)), rest: null };
    if (isSetUp || containers.haveStarted) return { at: nextSync(clock.now(), schedule.random), rest: isSetUp ? restOfPod() : null };
    return { at: addMillis(clock.now(), backOffMs(failedMounts++, MOUNT_BACK_OFF)), rest: null };
  };

  const restOfPod = (): Rest | null => {
    if (![...objectsOf(pod), ...variableSourcesOf(pod)].every(objects.isKnown)) return null;
    const sources = projectedSourcesOf(pod).flatMap(({ serviceAccountToken }) => (serviceAccountToken === undefined ? [] : [serviceAccountToken]));
    return decideRest(sources.map((source) => tokens.lifetime(wantedToken(source, pod))));
  };

  return {
    pod,
    events: options.events,
    containers,
    waiting: () => waiting,
    sync,
    objectChanged({ kind, namespace, name }) {
      if ([...objectsOf(pod), ...variableSourcesOf(pod)].some((shown) => shown.kind === kind && shown.namespace === namespace && shown.name === name))
        planned?.wake();
    },
    stop() {
      latest += 1;
      planned?.cancel();
    },
  };
}
