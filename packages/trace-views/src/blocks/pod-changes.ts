import type { ChangeEvent } from "@irsa-sim/core";

interface PodLike {
  readonly spec?: {
    readonly containers?: readonly {
      readonly name: string;
      readonly env?: readonly { readonly name: string; readonly value?: string }[];
      readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
    }[];
    readonly volumes?: readonly {
      readonly name: string;
      readonly projected?: {
        readonly sources?: readonly { readonly serviceAccountToken?: { readonly audience?: string; readonly expirationSeconds?: number } }[];
      };
    }[];
  };
}

/** One thing that was added to a pod between submission and storage. */
export interface PodAddition {
  readonly what: "env" | "mount" | "volume";
  readonly name: string;
  readonly value: string;
}

/** What admission added to a pod, from the two versions in the trace. */
export function podAdditions({ before, after }: ChangeEvent): readonly PodAddition[] {
  const submitted = before as PodLike | null;
  const stored = after as PodLike | null;
  const containers = (stored?.spec?.containers ?? []).flatMap((container): readonly PodAddition[] => {
    const earlier = submitted?.spec?.containers?.find(({ name }) => name === container.name);
    const env = (container.env ?? []).filter(({ name }) => !earlier?.env?.some((variable) => variable.name === name));
    const mounts = (container.volumeMounts ?? []).filter(({ name }) => !earlier?.volumeMounts?.some((mount) => mount.name === name));
    return [
      ...env.map(({ name, value = "" }) => ({ what: "env", name, value }) as const),
      ...mounts.map(({ name, mountPath }) => ({ what: "mount", name, value: mountPath }) as const),
    ];
  });
  const volumes = (stored?.spec?.volumes ?? []).filter(({ name }) => !submitted?.spec?.volumes?.some((volume) => volume.name === name));
  return [...containers, ...volumes.map((volume): PodAddition => ({ what: "volume", name: volume.name, value: describeVolume(volume) }))];
}

function describeVolume({ projected }: NonNullable<NonNullable<PodLike["spec"]>["volumes"]>[number]): string {
  const token = projected?.sources?.find(({ serviceAccountToken }) => serviceAccountToken !== undefined)?.serviceAccountToken;
  return token === undefined ? "" : `token for ${token.audience ?? "the API server"}, ${token.expirationSeconds ?? 3600} s`;
}
