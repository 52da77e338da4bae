/**
 * What a kubelet says of a pod: its phase, its conditions, and each container.
 * Leaves out: readiness gates, ids of containers and images, what a container was before its last restart.
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/kubelet_pods.go
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/status/generate.go
 */
import type { EpochMillis } from "@irsa-sim/core";
import type { Pod } from "../pod.js";
import type { ContainerState } from "../pod-worker/pod-containers.js";
import type { WaitingReason } from "../pull-image.js";
import { sinceWhen } from "./conditions.js";
import { describeContainer } from "./describe-container.js";
import type { Condition, ContainerStatus } from "./told-status.js";

/** A pod's status, as far as the kubelet writes it. */
export interface PodStatus {
  readonly phase: "Pending" | "Running" | "Succeeded" | "Failed";
  readonly conditions: readonly Condition[];
  readonly initContainerStatuses?: readonly ContainerStatus[];
  readonly containerStatuses: readonly ContainerStatus[];
  readonly startTime?: string;
  readonly hostIP?: string;
  readonly hostIPs?: readonly { readonly ip: string }[];
  readonly podIP?: string;
  readonly podIPs?: readonly { readonly ip: string }[];
}

/** How a pod is now. */
export interface PodFacts {
  /** Of all its containers, init containers first. */
  readonly states: readonly ContainerState[];
  /** Why none runs, when an image could not be had. */
  readonly waiting: WaitingReason | null;
  /** The conditions that were told last; none at first. */
  readonly told: readonly Condition[];
  readonly now: EpochMillis;
}

/**
 * Describes a pod whose node has seen it.
 *
 * @example describePodStatus(pod, { states: containers.states(), waiting: null, told: [], now }).phase // "Running"
 */
export function describePodStatus(pod: Pod, { states, waiting, told, now }: PodFacts): PodStatus {
  const initNames = new Set((pod.spec.initContainers ?? []).map(({ name }) => name));
  const init = states.filter(({ container }) => initNames.has(container.name));
  const main = states.filter(({ container }) => !initNames.has(container.name));
  const describe = (state: ContainerState): ContainerStatus => describeContainer(state, { isInit: init.includes(state), hasInit: init.length > 0, waiting });
  return {
    phase: decidePhase(pod, main),
    conditions: sinceWhen(decideConditions(pod, { init, main }), { told, now }),
    ...(init.length > 0 && { initContainerStatuses: init.map(describe) }),
    containerStatuses: main.map(describe),
  };
}

function decidePhase({ spec }: Pod, main: readonly ContainerState[]): PodStatus["phase"] {
  if (main.some(({ running, ended }) => running === null && ended === null)) return "Pending";
  const isOver = main.every(({ ended }) => ended !== null) && (spec.restartPolicy ?? "Always") !== "Always";
  if (!isOver) return "Running";
  return main.every(({ ended }) => ended?.exitCode === 0) ? "Succeeded" : "Failed";
}

interface Containers {
  readonly init: readonly ContainerState[];
  readonly main: readonly ContainerState[];
}

function decideConditions(pod: Pod, { init, main }: Containers): readonly Omit<Condition, "lastTransitionTime">[] {
  const incomplete = namesOf(init.filter(({ container, running, ended }) => ended === null && !(container.restartPolicy === "Always" && running !== null)));
  // A sidecar counts among those that have to be ready.
  const lasting = [...init.filter(({ container }) => container.restartPolicy === "Always"), ...main];
  const unready = namesOf(lasting.filter(({ running }) => running === null));
  const hasBegun = [...init, ...main].some(({ running, ended }) => running !== null || ended !== null);
  const phase = decidePhase(pod, main);
  const isOver = phase === "Succeeded" || phase === "Failed";
  const over = phase === "Failed" ? "PodFailed" : "PodCompleted";
  const readiness = (type: string) => {
    if (isOver) return { type, status: "False", reason: over } as const;
    return holds(type, unready.length === 0, { reason: "ContainersNotReady", message: `containers with unready status: [${unready.join(" ")}]` });
  };
  return [
    { type: "PodReadyToStartContainers", status: hasBegun && !isOver ? "True" : "False" },
    {
      ...holds("Initialized", incomplete.length === 0, {
        ...{ reason: "ContainersNotInitialized", message: `containers with incomplete status: [${incomplete.join(" ")}]` },
      }),
      ...(isOver && { reason: over }),
    },
    readiness("Ready"),
    readiness("ContainersReady"),
    { type: "PodScheduled", status: "True" },
  ];
}

function holds(type: string, isSo: boolean, otherwise: { readonly reason: string; readonly message: string }): Omit<Condition, "lastTransitionTime"> {
  return isSo ? { type, status: "True" } : { type, status: "False", ...otherwise };
}

function namesOf(states: readonly ContainerState[]): readonly string[] {
  return states.map(({ container }) => container.name);
}
