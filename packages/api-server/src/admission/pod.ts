import type { JsonObject } from "@irsa-sim/core";
import type { KubernetesObject } from "../storage/kubernetes-object.js";

/** A container: members that admission looks at; the others are passed on. */
export type Container = JsonObject & {
  readonly name?: string;
  readonly image?: string;
  readonly ports?: readonly JsonObject[];
  readonly env?: readonly (JsonObject & { readonly valueFrom?: JsonObject & { readonly fieldRef?: JsonObject } })[];
  readonly volumeMounts?: readonly (JsonObject & { readonly name?: string; readonly mountPath?: string })[];
};

/** One source of a projected volume. */
export type VolumeProjection = JsonObject & {
  readonly serviceAccountToken?: JsonObject & { readonly audience?: string; readonly expirationSeconds?: number; readonly path?: string };
};

/** A volume. */
export type Volume = JsonObject & {
  readonly name?: string;
  readonly projected?: JsonObject & { readonly sources?: readonly VolumeProjection[]; readonly defaultMode?: number };
};

/** What admission looks at. */
export type PodSpec = JsonObject & {
  readonly serviceAccountName?: string;
  readonly serviceAccount?: string;
  readonly nodeName?: string;
  readonly automountServiceAccountToken?: boolean;
  readonly volumes?: readonly Volume[];
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly imagePullSecrets?: readonly JsonObject[];
};

/** A pod on its way through admission. */
export type Pod = KubernetesObject & { readonly spec: PodSpec };

/** The name under which messages speak of a pod: for one whose name is yet to be made, the prefix. */
export function podName({ metadata }: Pod): string {
  return metadata.name || metadata.generateName || "";
}
