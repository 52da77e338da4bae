import type { Json } from "@irsa-sim/core";
import type { PodAddition } from "./pod-change.js";

interface ContainerLike {
  readonly name: string;
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
}

interface VolumeLike {
  readonly name: string;
  readonly projected?: {
    readonly sources?: readonly { readonly serviceAccountToken?: { readonly audience?: string; readonly expirationSeconds?: number } }[];
  };
}

interface PodLike {
  readonly spec?: {
    readonly containers?: readonly ContainerLike[];
    readonly initContainers?: readonly ContainerLike[];
    readonly volumes?: readonly VolumeLike[];
  };
}

/** What a stored pod has and the submitted one had not: variables and mounts of its containers, and volumes. */
export function podAdditions(before: Json, after: Json): readonly PodAddition[] {
  const [submitted, stored] = [(before ?? {}) as PodLike, (after ?? {}) as PodLike];
  const earlier = containersOf(submitted);
  const volumes = (stored.spec?.volumes ?? []).filter(({ name }) => !submitted.spec?.volumes?.some((volume) => volume.name === name));
  return [
    ...containersOf(stored).flatMap((container) =>
      containerAdditions(
        container,
        earlier.find(({ name }) => name === container.name),
      ),
    ),
    ...volumes.map((volume): PodAddition => ({ what: "volume", container: null, name: volume.name, value: describeVolume(volume) })),
  ];
}

function containersOf({ spec }: PodLike): readonly ContainerLike[] {
  return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}

function containerAdditions({ name: container, env = [], volumeMounts = [] }: ContainerLike, earlier: ContainerLike | undefined): readonly PodAddition[] {
  const variables = env.filter(({ name }) => !earlier?.env?.some((variable) => variable.name === name));
  const mounts = volumeMounts.filter(({ name }) => !earlier?.volumeMounts?.some((mount) => mount.name === name));
  return [
    ...variables.map(({ name, value = "" }): PodAddition => ({ what: "env", container, name, value })),
    ...mounts.map(({ name, mountPath }): PodAddition => ({ what: "mount", container, name, value: mountPath })),
  ];
}

function describeVolume({ projected }: VolumeLike): string {
  const token = projected?.sources?.find(({ serviceAccountToken }) => serviceAccountToken !== undefined)?.serviceAccountToken;
  return token === undefined ? "" : `token for ${token.audience ?? "the API server"}, ${token.expirationSeconds ?? 3600} s`;
}
