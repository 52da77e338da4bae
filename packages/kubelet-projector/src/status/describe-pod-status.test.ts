import { createInMemoryFiles, createTrace, epochMillis, toRfc3339, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import type { Container, Pod } from "../pod.js";
import { createPodContainers, type PodContainers } from "../pod-worker/pod-containers.js";
import type { WaitingReason } from "../pull-image.js";
import { describePodStatus } from "./describe-pod-status.js";

interface Given {
  readonly init?: readonly Container[];
  readonly restartPolicy?: string;
  readonly waiting?: WaitingReason;
  readonly play?: (containers: PodContainers) => void;
}

const START = epochMillis(Date.UTC(2026, 0, 5, 9));

/** Two containers, `app` and `side`, and what became of them. */
function createPod({ init = [], restartPolicy, play = () => {} }: Given) {
  const clock = new VirtualClock(START);
  const pod: Pod = {
    metadata: { name: "web", namespace: "default", uid: "u" },
    spec: {
      ...{ serviceAccountName: "sa", initContainers: init, containers: [{ name: "app", image: "web:1" }, { name: "side" }] },
      ...(restartPolicy !== undefined && { restartPolicy }),
    },
  };
  const containers = createPodContainers(pod, { disk: createInMemoryFiles(clock), clock, root: createTrace(clock).root, runsUntilTold: () => true });
  play(containers);
  return { pod, states: containers.states() };
}

const start = (containers: PodContainers): void => containers.start();
const startAnd =
  (...names: readonly string[]) =>
  (containers: PodContainers): void => {
    containers.start();
    for (const name of names) containers.exit(name);
  };
const PULL: WaitingReason = { reason: "ErrImagePull", message: "no" };

describe("a pod's phase, the conditions that hold, and its containers", () => {
  test.each<Given & { readonly name: string; readonly phase: string; readonly holds: string; readonly containers: string }>([
    { name: "just seen", phase: "Pending", holds: "Initialized PodScheduled", containers: "app waiting ContainerCreating, side waiting ContainerCreating" },
    {
      ...{ name: "without its image", waiting: PULL, phase: "Pending", holds: "Initialized PodScheduled" },
      containers: "app waiting ErrImagePull, side waiting ErrImagePull",
    },
    {
      ...{ name: "all run", play: start, phase: "Running", holds: "PodReadyToStartContainers Initialized Ready ContainersReady PodScheduled" },
      containers: "app running ready, side running ready",
    },
    {
      ...{ name: "an init container runs", init: [{ name: "first" }], play: start, phase: "Pending", holds: "PodReadyToStartContainers PodScheduled" },
      containers: "first running, app waiting PodInitializing, side waiting PodInitializing",
    },
    {
      ...{ name: "an init container has ended", init: [{ name: "first" }], play: startAnd("first"), phase: "Running" },
      ...{ holds: "PodReadyToStartContainers Initialized Ready ContainersReady PodScheduled" },
      containers: "first terminated Completed ready, app running ready, side running ready",
    },
    {
      ...{ name: "a sidecar that goes on", init: [{ name: "proxy", restartPolicy: "Always" }], play: start, phase: "Running" },
      ...{ holds: "PodReadyToStartContainers Initialized Ready ContainersReady PodScheduled" },
      containers: "proxy running ready, app running ready, side running ready",
    },
    {
      ...{ name: "one of two has ended", play: startAnd("side"), phase: "Running", holds: "PodReadyToStartContainers Initialized PodScheduled" },
      containers: "app running ready, side terminated Completed",
    },
    {
      ...{ name: "all have ended, and would be started again", play: startAnd("app", "side"), phase: "Running" },
      ...{ holds: "PodReadyToStartContainers Initialized PodScheduled", containers: "app terminated Completed, side terminated Completed" },
    },
    {
      ...{ name: "all have ended for good", restartPolicy: "Never", play: startAnd("app", "side"), phase: "Succeeded" },
      ...{ holds: "Initialized PodScheduled", containers: "app terminated Completed, side terminated Completed" },
    },
  ])("$name", ({ waiting = null, phase, holds, containers, ...given }) => {
    const { pod, states } = createPod(given);
    const status = describePodStatus(pod, { states, waiting, told: [], now: START });
    const told = [...(status.initContainerStatuses ?? []), ...status.containerStatuses].map(({ name, state, ready }) => {
      const [[kind, what]] = Object.entries(state) as [[string, { readonly reason?: string }]];
      return [name, kind, what.reason, ready ? "ready" : undefined].filter((word) => word !== undefined).join(" ");
    });
    const true_ = status.conditions.filter((condition) => condition.status === "True").map(({ type }) => type);
    expect([status.phase, true_.join(" "), told.join(", ")]).toEqual([phase, holds, containers]);
  });
});

test("what does not hold says why", () => {
  const { pod, states } = createPod({ init: [{ name: "first" }], play: start });
  const { conditions } = describePodStatus(pod, { states, waiting: null, told: [], now: START });
  expect(conditions.flatMap(({ type, message }) => (message === undefined ? [] : [`${type}: ${message}`]))).toEqual([
    "Initialized: containers with incomplete status: [first]",
    "Ready: containers with unready status: [app side]",
    "ContainersReady: containers with unready status: [app side]",
  ]);
});

test("a condition keeps the time since when it is so, until it changes", () => {
  const before = createPod({});
  const { conditions: told } = describePodStatus(before.pod, { ...before, waiting: null, told: [], now: START });
  const after = createPod({ play: start });
  const later = epochMillis(START + 5000);
  const { conditions } = describePodStatus(after.pod, { ...after, waiting: null, told, now: later });
  const since = Object.fromEntries(conditions.map(({ type, lastTransitionTime }) => [type, lastTransitionTime]));
  expect([since.Initialized, since.Ready]).toEqual([toRfc3339(START), toRfc3339(later)]);
});

test("restarts are counted", () => {
  const { pod, states } = createPod({
    play: (containers) => {
      containers.start();
      containers.restart("app");
    },
  });
  expect(describePodStatus(pod, { states, waiting: null, told: [], now: START }).containerStatuses[0]).toMatchObject({
    ...{ name: "app", restartCount: 1, ready: true, started: true, image: "web:1" },
  });
});
