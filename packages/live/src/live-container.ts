import type { Files, TraceEvent } from "@irsa-sim/core";
import type { World } from "@irsa-sim/simulation";

/** A running container. */
export interface LiveContainer {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  /** As its program sees it, with what the webhook put in. */
  readonly environment: Readonly<Record<string, string>>;
  /** As its program sees them. */
  readonly files: Files;
}

/** Follows which containers were started. */
export interface ContainerList {
  /** Takes what happened. */
  see(event: TraceEvent): void;
  /** Those that run now. */
  running(kubelet: World["kubelet"]): readonly LiveContainer[];
}

const STARTED = "kubelet.containers-started";

/** Creates an empty list. */
export function createContainerList(): ContainerList {
  const started = new Map<string, readonly string[]>();
  return {
    see(event) {
      const pod = event.subject?.pod;
      if (event.kind === "note" && event.name === STARTED && pod !== undefined) started.set(pod, event.attributes.containers as readonly string[]);
    },
    running: (kubelet) =>
      [...started].flatMap(([key, names]) => {
        const [namespace = "", pod = ""] = key.split("/");
        return names.flatMap((container) => {
          const running = kubelet.container(namespace, pod, container);
          return running === null ? [] : [{ namespace, pod, container, environment: running.environment, files: running.files }];
        });
      }),
  };
}
