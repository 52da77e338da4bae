/** A stored pod, as far as the kubelet reads it. */

/** One volume. */
export interface Volume {
  readonly name: string;
  readonly projected?: {
    readonly defaultMode?: number;
    readonly sources: readonly { readonly serviceAccountToken?: { readonly audience?: string; readonly expirationSeconds?: number; readonly path: string } }[];
  };
}

/** One container. */
export interface Container {
  readonly name: string;
  readonly env?: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: { readonly fieldRef?: { readonly fieldPath: string } } }[];
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[];
  readonly securityContext?: { readonly runAsUser?: number };
}

/** A pod. */
export interface Pod {
  readonly metadata: { readonly name: string; readonly namespace: string; readonly uid: string };
  readonly spec: {
    readonly nodeName?: string;
    readonly serviceAccountName: string;
    readonly securityContext?: { readonly runAsUser?: number; readonly fsGroup?: number };
    readonly volumes?: readonly Volume[];
    readonly initContainers?: readonly Container[];
    readonly containers: readonly Container[];
  };
}

/** All containers, init containers first. */
export function containersOf({ spec }: Pod): readonly Container[] {
  return [...(spec.initContainers ?? []), ...spec.containers];
}

/** The user that a container's processes run as; `null` when neither container nor pod says. */
export function runAsUserOf({ spec }: Pod, container: Container): number | null {
  return container.securityContext?.runAsUser ?? spec.securityContext?.runAsUser ?? null;
}
