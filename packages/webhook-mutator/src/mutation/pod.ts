/** A pod as it comes in: typed where the webhook looks, open where it only passes on. */
import type { Json } from "@irsa-sim/core";

/** An entry of a container's `env`. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly value?: string;
}

/** An entry of a container's `volumeMounts`. */
export interface VolumeMount {
  readonly name: string;
  readonly readOnly?: boolean;
  readonly mountPath: string;
}

/** A container; its other members are `Json`. */
export interface Container {
  readonly name: string;
  readonly env?: readonly EnvironmentVariable[] | null;
  readonly volumeMounts?: readonly VolumeMount[] | null;
  readonly [member: string]: Json | readonly EnvironmentVariable[] | readonly VolumeMount[] | undefined;
}

/** A pod. */
export interface Pod {
  readonly metadata?: { readonly name?: string; readonly generateName?: string; readonly annotations?: Readonly<Record<string, string>> | null };
  readonly spec?: {
    readonly serviceAccountName?: string;
    readonly nodeSelector?: Readonly<Record<string, string>> | null;
    readonly volumes?: readonly { readonly name: string }[] | null;
    readonly containers?: readonly Container[] | null;
    readonly initContainers?: readonly Container[] | null;
  };
}
