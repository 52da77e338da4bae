/** A stored pod, as far as a process in it sees its volumes and its user. */
export interface StoredPod {
  readonly spec: {
    readonly securityContext?: { readonly runAsUser?: number; readonly runAsGroup?: number };
    readonly volumes?: readonly { readonly name: string; readonly projected?: object }[];
    readonly initContainers?: readonly StoredContainer[];
    readonly containers: readonly StoredContainer[];
  };
}

interface StoredContainer {
  readonly name: string;
  readonly securityContext?: { readonly runAsUser?: number; readonly runAsGroup?: number };
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
}

/** The paths at which a container sees what the kubelet projects, without a slash at their end. */
export function listVolumes(pod: StoredPod, container: string): readonly string[] {
  const projected = new Set((pod.spec.volumes ?? []).flatMap(({ name, projected: sources }) => (sources === undefined ? [] : [name])));
  const mounts = containerOf(pod, container)?.volumeMounts ?? [];
  return mounts.filter(({ name }) => projected.has(name)).map(({ mountPath }) => `/${mountPath.replace(/^\/+|\/+$/g, "")}`);
}

/** The user that a container's program runs as; `undefined` where the image decides. */
export function userOf(pod: StoredPod, container: string): { readonly uid: number | undefined; readonly gid: number | undefined } {
  const own = containerOf(pod, container)?.securityContext;
  const ofPod = pod.spec.securityContext;
  return { uid: own?.runAsUser ?? ofPod?.runAsUser, gid: own?.runAsGroup ?? ofPod?.runAsGroup };
}

function containerOf({ spec }: StoredPod, name: string): StoredContainer | undefined {
  return [...spec.containers, ...(spec.initContainers ?? [])].find((one) => one.name === name);
}
