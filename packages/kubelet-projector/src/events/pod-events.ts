/**
 * The events that a kubelet writes of a pod.
 * Differs perhaps in the words of versions before 1.35, which are not those of a recording.
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/events/event.go
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/kuberuntime/kuberuntime_container.go
 */
import type { EventRecorder, RecordedEvent } from "@irsa-sim/core/event-recorder";
import type { Container, Pod } from "../pod.js";
import type { WaitingReason } from "../pull-image.js";

/** Tells of one pod. */
export interface PodEvents {
  failedMount(message: string): void;
  /** An image could not be had, for a container. */
  failedPull(container: Container, image: string, waiting: WaitingReason): void;
  /** A variable of the pod's containers has no value. */
  failedConfiguration(message: string): void;
  /** A container was made, of an image that was there, and runs. */
  started(container: Container): void;
  /** A container is to end. */
  stopping(container: Container): void;
}

/** Since then messages of containers name them in the event's subject alone. */
const NAMELESS_SINCE = 35;
/** Since then there is a colon before the name. */
const COLON_SINCE = 33;

/**
 * Creates what tells of a pod.
 *
 * @param recorder `null` where nobody is told
 */
export function createPodEvents(recorder: EventRecorder | null, pod: Pod, minorVersion: number): PodEvents {
  const { namespace, name, uid, resourceVersion } = pod.metadata;
  const about = { kind: "Pod", apiVersion: "v1", namespace, name, uid, ...(resourceVersion !== undefined && { resourceVersion }) };
  const tell = (event: Omit<RecordedEvent, "about">, container?: Container): void => {
    const list = container !== undefined && pod.spec.initContainers?.some((one) => one.name === container.name) === true ? "initContainers" : "containers";
    recorder?.record({ ...event, about: container === undefined ? about : { ...about, fieldPath: `spec.${list}{${container.name}}` } });
  };
  const isNameless = minorVersion >= NAMELESS_SINCE;
  const colon = minorVersion >= COLON_SINCE ? ":" : "";
  return {
    failedMount: (message) => tell({ type: "Warning", reason: "FailedMount", message }),
    failedPull(container, image, { reason, message = "" }) {
      if (reason === "ErrImagePull") tell({ type: "Warning", reason: "Failed", message }, container);
      else tell({ type: "Normal", reason: "BackOff", message: `Back-off pulling image "${image}"` }, container);
      tell({ type: "Warning", reason: "Failed", message: `Error: ${reason}` }, container);
    },
    failedConfiguration: (message) => tell({ type: "Warning", reason: "Failed", message: `Error: ${message}` }, pod.spec.containers[0]),
    started(container) {
      const present = `Container image "${container.image ?? ""}" already present on machine${isNameless ? " and can be accessed by the pod" : ""}`;
      tell({ type: "Normal", reason: "Pulled", message: present }, container);
      tell({ type: "Normal", reason: "Created", message: isNameless ? "Container created" : `Created container${colon} ${container.name}` }, container);
      tell({ type: "Normal", reason: "Started", message: isNameless ? "Container started" : `Started container ${container.name}` }, container);
    },
    stopping: (container) => tell({ type: "Normal", reason: "Killing", message: `Stopping container ${container.name}` }, container),
  };
}
