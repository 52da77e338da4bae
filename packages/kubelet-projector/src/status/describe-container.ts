import { toRfc3339 } from "@irsa-sim/core";
import type { ContainerState } from "../pod-worker/pod-containers.js";
import type { WaitingReason } from "../pull-image.js";
import type { ContainerStatus } from "./told-status.js";

/** Where a container stands. */
export interface ContainerPlace {
  readonly isInit: boolean;
  /** Whether the pod has init containers. */
  readonly hasInit: boolean;
  readonly waiting: WaitingReason | null;
}

/** Describes one container; an init container counts as ready when it has ended well. */
export function describeContainer(state: ContainerState, place: ContainerPlace): ContainerStatus {
  const { container, running, ended, restarts } = state;
  return {
    name: container.name,
    state: describeState(state, place),
    ready: running === null ? place.isInit && ended !== null : !place.isInit || container.restartPolicy === "Always",
    started: running !== null,
    restartCount: restarts,
    image: container.image ?? "",
  };
}

function describeState({ running, ended }: ContainerState, { hasInit, waiting }: ContainerPlace): ContainerStatus["state"] {
  if (running !== null) return { running: { startedAt: toRfc3339(running.startedAt) } };
  if (ended !== null) {
    const { startedAt, finishedAt, exitCode } = ended;
    return { terminated: { exitCode, reason: exitCode === 0 ? "Completed" : "Error", startedAt: toRfc3339(startedAt), finishedAt: toRfc3339(finishedAt) } };
  }
  if (waiting !== null) return { waiting: { ...waiting } };
  return { waiting: { reason: hasInit ? "PodInitializing" : "ContainerCreating" } };
}
