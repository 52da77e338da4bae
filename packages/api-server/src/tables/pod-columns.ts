/**
 * How a pod is shown: one word for its state, found from its phase and its containers.
 * Leaves out: containers before the others, of which the simulator tells no states.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/printers/internalversion
 */
import { AGE, type Column, listAt, NAME, numberAt, type TableObject, text, textAt, valueAt, wide } from "./column.js";

/** The columns of pods. */
export const POD_COLUMNS: readonly Column[] = [
  NAME,
  text("Ready", (pod) => `${containersOf(pod).filter(isReady).length}/${listAt(pod, "spec.containers").length}`),
  text("Status", statusOf),
  text("Restarts", (pod) => String(containersOf(pod).reduce((sum, container) => sum + numberAt(container, "restartCount"), 0))),
  AGE,
  wide(text("IP", (pod) => textAt(pod, "status.podIP") || NONE)),
  wide(text("Node", (pod) => textAt(pod, "spec.nodeName") || NONE)),
  wide(text("Nominated Node", (pod) => textAt(pod, "status.nominatedNodeName") || NONE)),
  wide(text("Readiness Gates", (pod) => (listAt(pod, "spec.readinessGates").length === 0 ? NONE : `0/${listAt(pod, "spec.readinessGates").length}`))),
];

const NONE = "<none>";

type ContainerStatus = Readonly<Record<string, unknown>>;

function containersOf(pod: TableObject): readonly ContainerStatus[] {
  return listAt(pod, "status.containerStatuses");
}

function isReady(container: ContainerStatus): boolean {
  return container.ready === true && valueAt(container, "state.running") != null;
}

function statusOf(pod: TableObject): string {
  if (pod.metadata.deletionTimestamp != null) return "Terminating";
  const isGated = listAt(pod, "status.conditions").some(({ type, reason }) => type === "PodScheduled" && reason === "SchedulingGated");
  const reasons = containersOf(pod)
    .map(reasonOf)
    .filter((reason) => reason !== "");
  const [reason = isGated ? "SchedulingGated" : textAt(pod, "status.reason") || textAt(pod, "status.phase")] = reasons;
  return reason === "Completed" && containersOf(pod).some(isReady) ? "Running" : reason;
}

function reasonOf({ state }: ContainerStatus): string {
  const waiting = textAt(state, "waiting.reason");
  if (waiting !== "" || valueAt(state, "terminated") == null) return waiting;
  return textAt(state, "terminated.reason") || `ExitCode:${numberAt(state, "terminated.exitCode")}`;
}
