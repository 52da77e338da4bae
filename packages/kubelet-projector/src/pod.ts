/** A stored pod, as far as the kubelet reads it. */
import type { Condition, ContainerStatus } from "./status/told-status.js";

/** A key of a ConfigMap or Secret, and where it is to be seen. */
export interface KeyToPath {
  readonly key: string;
  readonly path: string;
  readonly mode?: number;
}

/** A ConfigMap or Secret as a source: all its keys, or those that `items` names. */
export interface KeysSource {
  readonly name: string;
  readonly items?: readonly KeyToPath[];
  readonly optional?: boolean;
}

/** One source of a projected volume; exactly one member is there. */
export interface VolumeProjection {
  readonly serviceAccountToken?: { readonly audience?: string; readonly expirationSeconds?: number; readonly path: string };
  readonly configMap?: KeysSource;
  readonly secret?: KeysSource;
  readonly downwardAPI?: {
    readonly items?: readonly { readonly path: string; readonly mode?: number; readonly fieldRef?: { readonly fieldPath: string } }[];
  };
}

/** One volume. */
export interface Volume {
  readonly name: string;
  readonly projected?: { readonly defaultMode?: number; readonly sources: readonly VolumeProjection[] };
}

/** A key of a ConfigMap or Secret as the value of a variable. */
export interface KeyReference {
  readonly name: string;
  readonly key: string;
  readonly optional?: boolean;
}

/** One variable of a container. */
export interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly fieldRef?: { readonly fieldPath: string }; readonly configMapKeyRef?: KeyReference; readonly secretKeyRef?: KeyReference };
}

/** A ConfigMap or Secret all of whose keys are variables; one of the two is there. */
export interface VariablesSource {
  readonly prefix?: string;
  readonly configMapRef?: { readonly name: string; readonly optional?: boolean };
  readonly secretRef?: { readonly name: string; readonly optional?: boolean };
}

/** One container. */
export interface Container {
  readonly name: string;
  readonly image?: string;
  readonly env?: readonly Variable[];
  /** Whole ConfigMaps and Secrets, whose keys are variables. */
  readonly envFrom?: readonly VariablesSource[];
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean; readonly subPath?: string }[];
  readonly securityContext?: { readonly runAsUser?: number };
  /** Of an init container: `Always` for a sidecar, which goes on running. */
  readonly restartPolicy?: string;
}

/** A pod. */
export interface Pod {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly resourceVersion?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly kind: string; readonly controller?: boolean }[];
    /** When a pod that is to go is to be gone. */
    readonly deletionTimestamp?: string;
  };
  /** As the kubelet last told it, which may have been another process. */
  readonly status?: {
    readonly phase?: string;
    readonly startTime?: string;
    readonly conditions?: readonly Condition[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
    readonly containerStatuses?: readonly ContainerStatus[];
  };
  readonly spec: {
    readonly nodeName?: string;
    /** `Always` when absent. */
    readonly restartPolicy?: string;
    readonly serviceAccountName: string;
    readonly securityContext?: { readonly runAsUser?: number; readonly fsGroup?: number };
    readonly volumes?: readonly Volume[];
    readonly initContainers?: readonly Container[];
    readonly ephemeralContainers?: readonly Container[];
    readonly containers: readonly Container[];
  };
}

/** The containers that are started, init containers first. */
export function containersOf({ spec }: Pod): readonly Container[] {
  return [...(spec.initContainers ?? []), ...spec.containers];
}

/** The volumes that some container mounts: no other one is set up. */
export function mountedVolumesOf(pod: Pod): readonly Volume[] {
  const mounted = new Set(
    [...containersOf(pod), ...(pod.spec.ephemeralContainers ?? [])].flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }) => name)),
  );
  return (pod.spec.volumes ?? []).filter(({ name }) => mounted.has(name));
}

/** The sources of all projected volumes that are mounted, in order. */
export function projectedSourcesOf(pod: Pod): readonly VolumeProjection[] {
  return mountedVolumesOf(pod).flatMap(({ projected }) => projected?.sources ?? []);
}

/** The user that a container's processes run as; `null` when neither container nor pod says. */
export function runAsUserOf({ spec }: Pod, container: Container): number | null {
  return container.securityContext?.runAsUser ?? spec.securityContext?.runAsUser ?? null;
}

/**
 * A field of the pod, as `fieldRef` names it: `metadata.name`, `metadata.labels['app']`, `spec.nodeName` …
 *
 * @returns `null` for a field that cannot be asked for
 */
export function fieldOf({ metadata, spec }: Pod, path: string): string | null {
  const [, map, key] = /^metadata\.(labels|annotations)\['([^']+)'\]$/.exec(path) ?? [];
  if (map !== undefined && key !== undefined) return metadata[map as "labels" | "annotations"]?.[key] ?? "";
  const fields: Readonly<Record<string, string | undefined>> = {
    "metadata.name": metadata.name,
    "metadata.namespace": metadata.namespace,
    "metadata.uid": metadata.uid,
    "spec.nodeName": spec.nodeName ?? "",
    "spec.serviceAccountName": spec.serviceAccountName,
  };
  return fields[path] ?? null;
}
