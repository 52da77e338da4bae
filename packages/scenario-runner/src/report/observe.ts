/** Looks at a world from outside: what the API server stores, what a container reads, what the trail holds. */
import { FileError, type JsonObject, type TraceEvent } from "@irsa-sim/core";
import type { World } from "@irsa-sim/simulation";
import type { Expectation } from "../scenario/expectation.js";
import { claimsIn } from "./token-claims.js";

/** Answers what expectations ask. */
export interface Observer {
  /** `null` when there is no such pod or container. */
  pod(wanted: NonNullable<Expectation["pod"]>): { readonly isRunning: boolean; readonly environment: Readonly<Record<string, string>> } | null;
  /** How many pods of this name, or of the workload of this name, were stored. */
  podsCreated(wanted: NonNullable<Expectation["pod"]>): number;
  /** The payload of the web identity token; `null` when the container has none. */
  tokenClaims(wanted: NonNullable<Expectation["token"]>): JsonObject | null;
  trail(): readonly JsonObject[];
}

interface StoredContainer {
  readonly name: string;
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
}

interface StoredMeta {
  readonly uid: string;
  readonly name: string;
  readonly ownerReferences?: readonly { readonly name: string }[];
}

interface StoredPod {
  readonly spec: { readonly containers: readonly StoredContainer[]; readonly initContainers?: readonly StoredContainer[] };
}

/** Creates the observer of a world. */
export function createObserver(everybodys: Pick<World, "inCluster" | "trace">): Observer {
  return {
    pod({ name: written, namespace = "default", container, cluster = null }) {
      const world = everybodys.inCluster(cluster);
      const name = world.podNamed(namespace, written);
      const pod = world.readObject("Pod", namespace, name) as StoredPod | null;
      const found =
        container === undefined
          ? pod?.spec.containers[0]
          : [...(pod?.spec.containers ?? []), ...(pod?.spec.initContainers ?? [])].find((one) => one.name === container);
      if (!pod || found === undefined) return null;
      const environment = Object.fromEntries((found.env ?? []).map(({ name: variable, value = "" }) => [variable, value]));
      return { isRunning: world.kubelet.container(namespace, name, container) !== null, environment };
    },
    podsCreated({ name, namespace = "default", cluster = null }) {
      const { trace } = everybodys.inCluster(cluster);
      return countPods(trace.events, { name, namespace, cluster: trace.root.subject?.cluster });
    },
    tokenClaims({ pod, namespace = "default", container, cluster = null }) {
      const world = everybodys.inCluster(cluster);
      const running = world.kubelet.container(namespace, world.podNamed(namespace, pod), container);
      const path = running?.environment.AWS_WEB_IDENTITY_TOKEN_FILE;
      return running === null || path === undefined ? null : readClaims(() => running.files.read(path));
    },
    trail: () => trailOf(everybodys.trace.events),
  };
}

interface CountedPods {
  readonly name: string;
  readonly namespace: string;
  /** Absent where there is one. */
  readonly cluster: string | undefined;
}

function countPods(events: readonly TraceEvent[], { name, namespace, cluster }: CountedPods): number {
  const uids = events.flatMap((event) => {
    if (event.kind !== "change" || event.subject?.cluster !== cluster || !event.what.startsWith(`Pod ${namespace}/${name}`)) return [];
    const { metadata } = (event.after ?? {}) as { readonly metadata?: StoredMeta };
    return metadata !== undefined && (metadata.name === name || isMadeFor(name, metadata)) ? [metadata.uid] : [];
  });
  return new Set(uids).size;
}

/** Whether a workload of that name made the pod, itself or by something that has its name in front. */
function isMadeFor(workload: string, { ownerReferences = [] }: StoredMeta): boolean {
  return ownerReferences.some(({ name }) => name === workload || name.startsWith(`${workload}-`));
}

function trailOf(events: readonly TraceEvent[]): readonly JsonObject[] {
  return events.flatMap((event) => (event.kind === "note" && event.name === "cloudtrail.event" ? [event.attributes] : []));
}

function readClaims(read: () => Uint8Array | string): JsonObject | null {
  try {
    const content = read();
    return claimsIn(typeof content === "string" ? content : new TextDecoder().decode(content));
  } catch (error) {
    if (error instanceof FileError) return null;
    throw error;
  }
}
