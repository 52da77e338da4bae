/** The containers of one pod: which run, which have ended, and who waits for whom. */
import { addMillis, type Clock, type EpochMillis, epochMillis, type Files, type Span } from "@irsa-sim/core";
import type { VariableSources } from "../environment.js";
import type { PodEvents } from "../events/pod-events.js";
import { type Container, containersOf, type Pod } from "../pod.js";
import { type RunningContainer, startContainer } from "../running-container.js";
import type { ContainerStatus } from "../status/told-status.js";

/** What containers are started with. */
export interface PodContainersOptions {
  readonly disk: Files;
  readonly clock: Clock;
  /** Whether a program is left to run until `exit`; others in init containers end at once. */
  readonly runsUntilTold: (container: string) => boolean;
  readonly root: Span;
  /** What their variables come from, as it is now. */
  readonly variableSources?: () => VariableSources;
  /** When the programs end that nobody tells to; never when absent. */
  readonly ending?: Ending | null;
  /** Told what is to be seen in events; nobody is when absent. */
  readonly events?: PodEvents;
  /** Told after each start and end. */
  readonly onChanged?: () => void;
}

/** How programs end by themselves. */
export interface Ending {
  readonly afterMs: number;
  readonly exitCode: number;
}

/** How one container is; before its first start neither running nor ended. */
export interface ContainerState {
  readonly container: Container;
  readonly running: RunningContainer | null;
  readonly ended: { readonly startedAt: EpochMillis; readonly finishedAt: EpochMillis; readonly exitCode: number } | null;
  readonly restarts: number;
}

/** The containers of a pod. */
export interface PodContainers {
  /** Whether `start` was called. */
  readonly haveStarted: boolean;
  /** Init containers one after another, each when the one before has ended, and a sidecar as soon as it runs; then all others at once. */
  start(): void;
  /** One that runs; by default the pod's first. */
  running(name?: string): RunningContainer | null;
  /** Starts one again, with what its mounts show now; `false` when it does not run. */
  restart(name?: string): boolean;
  /** A program ends well; of an init container, what waits for it is started. `false` when it does not run. */
  exit(name: string): boolean;
  /** All of them, init containers first. */
  states(): readonly ContainerState[];
}

/** Nothing runs before `start`. */
export function createPodContainers(pod: Pod, options: PodContainersOptions): PodContainers {
  const { disk, clock, runsUntilTold, root, ending = null, events, variableSources = () => new Map(), onChanged = () => {} } = options;
  const initContainers = pod.spec.initContainers ?? [];
  const firstName = pod.spec.containers[0]?.name ?? "";
  const running = new Map<string, RunningContainer>();
  const ended = new Map<string, NonNullable<ContainerState["ended"]>>();
  const restarts = new Map<string, number>();
  let haveStarted = false;

  const startAll = (containers: readonly Container[]): void => {
    for (const container of containers) {
      const { name } = container;
      // It went on while no kubelet looked after it.
      const before = toldOf(pod, name);
      const startedAt = before !== undefined && "running" in before.state ? instantOf(before.state.running.startedAt) : null;
      if (before !== undefined) restarts.set(name, before.restartCount);
      const started = { restarts: before?.restartCount ?? 0, ...(startedAt !== null && { startedAt }) };
      running.set(name, startContainer(pod, container, { disk, clock, variableSources: variableSources(), ...started }));
      if (startedAt === null) events?.started(container);
    }
    root.enter("Start the containers", { step: 2, actor: "kubelet" }).note("kubelet.containers-started", { containers: containers.map(({ name }) => name) });
    onChanged();
  };
  const end = (name: string, exitCode = 0): void => {
    ended.set(name, { startedAt: running.get(name)?.startedAt ?? clock.now(), finishedAt: clock.now(), exitCode });
    running.delete(name);
    root
      .enter("A container ends", { step: 2, actor: "kubelet", subject: { container: name } })
      .note("kubelet.container-exited", { container: name, code: exitCode });
    onChanged();
  };
  const start = (): void => {
    haveStarted = true;
    for (const container of initContainers) {
      const { name, restartPolicy } = container;
      const before = toldOf(pod, name);
      if (before !== undefined && "terminated" in before.state && !ended.has(name)) ended.set(name, endOf(before.state.terminated));
      if (ended.has(name)) continue;
      if (!running.has(name)) startAll([container]);
      if (restartPolicy === "Always") continue;
      if (runsUntilTold(name)) return;
      end(name);
    }
    startAll(pod.spec.containers);
    if (ending === null) return;
    for (const { name } of pod.spec.containers) {
      const one = running.get(name);
      const endItself = async (): Promise<void> => {
        if (one !== undefined && running.get(name) === one) end(name, ending.exitCode);
      };
      clock.at(addMillis(clock.now(), ending.afterMs), endItself);
    }
  };

  return {
    get haveStarted() {
      return haveStarted;
    },
    start,
    running: (name = firstName) => running.get(name) ?? null,
    restart(name = firstName) {
      const container = containersOf(pod).find((candidate) => candidate.name === name);
      if (container === undefined || !running.has(name)) return false;
      const count = (restarts.get(name) ?? 0) + 1;
      restarts.set(name, count);
      running.set(name, startContainer(pod, container, { disk, clock, restarts: count, variableSources: variableSources() }));
      events?.started(container);
      root
        .enter("Restart a container", { step: 2, actor: "kubelet", subject: { container: name } })
        .note("kubelet.container-restarted", { container: name, restarts: count });
      onChanged();
      return true;
    },
    exit(name) {
      if (!running.has(name)) return false;
      end(name);
      if (initContainers.some((container) => container.name === name)) start();
      return true;
    },
    states: () =>
      containersOf(pod).map((container) => {
        const { name } = container;
        return { container, running: running.get(name) ?? null, ended: ended.get(name) ?? null, restarts: restarts.get(name) ?? 0 };
      }),
  };
}

function toldOf({ status }: Pod, name: string): ContainerStatus | undefined {
  return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])].find((container) => container.name === name);
}

function endOf({ startedAt, finishedAt, exitCode }: { readonly startedAt: string; readonly finishedAt: string; readonly exitCode: number }) {
  return { startedAt: instantOf(startedAt), finishedAt: instantOf(finishedAt), exitCode };
}

function instantOf(time: string): EpochMillis {
  return epochMillis(Date.parse(time));
}
