/** Tells the API server how pods are, each time that has changed. */
import { type EpochMillis, epochMillis, type Json, toRfc3339 } from "@irsa-sim/core";
import type { PodWorker } from "../pod-worker/pod-worker.js";
import { describePodStatus, type PodStatus } from "./describe-pod-status.js";
import { type StatusClient, sendStatus } from "./send-status.js";
import type { StatusSources } from "./status-sources.js";

/** The statuses of a node's pods. */
export interface PodStatuses {
  /** A pod is new, or its containers have changed; what happens at one instant is told at once. */
  changed(worker: PodWorker): void;
  /** The pod is gone. */
  forget(worker: PodWorker): void;
}

interface Known {
  readonly seenAt: EpochMillis;
  isDue: boolean;
  /** What the server has. */
  told: PodStatus | null;
}

/** Nothing is told before the first change. */
export function createPodStatuses(options: StatusClient & { readonly status: StatusSources }): PodStatuses {
  const { clock, status: sources } = options;
  const known = new Map<PodWorker, Known>();

  const describe = (worker: PodWorker, { seenAt, told }: Known): PodStatus => {
    const { pod, containers } = worker;
    const { namespace, name } = pod.metadata;
    return {
      ...describePodStatus(pod, { states: containers.states(), waiting: worker.waiting(), told: told?.conditions ?? [], now: clock.now() }),
      startTime: toRfc3339(seenAt),
      hostIP: sources.nodeIp,
      hostIPs: [{ ip: sources.nodeIp }],
      ...(containers.states().some(({ running, ended }) => running !== null || ended !== null) && addressesOf(sources.podIp(namespace, name))),
    };
  };

  return {
    changed(worker) {
      const { namespace, name, uid } = worker.pod.metadata;
      const { status: told } = worker.pod;
      const seenAt = told?.startTime === undefined ? clock.now() : epochMillis(Date.parse(told.startTime));
      const one = known.get(worker) ?? { seenAt, isDue: false, told: told?.startTime === undefined ? null : (told as PodStatus) };
      known.set(worker, one);
      if (one.isDue) return;
      one.isDue = true;
      let sent: PodStatus | null = null;
      sendStatus(options, {
        path: `/api/v1/namespaces/${namespace}/pods/${name}`,
        kind: "Pod",
        body: () => {
          one.isDue = false;
          if (known.get(worker) !== one) return null;
          sent = describe(worker, one);
          const isNew = JSON.stringify(sent) !== JSON.stringify(one.told);
          return isNew ? ({ metadata: { uid }, status: sent } as unknown as Json) : null;
        },
        onTaken: () => {
          one.told = sent;
        },
      });
    },
    forget: (worker) => void known.delete(worker),
  };
}

function addressesOf(ip: string): Pick<PodStatus, "podIP" | "podIPs"> {
  return { podIP: ip, podIPs: [{ ip }] };
}
