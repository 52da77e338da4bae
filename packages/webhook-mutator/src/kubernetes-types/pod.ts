import { decodeInAnyCase, type GoValue } from "@irsa-sim/kubernetes-types";
import { isKnownIn } from "./known-since.js";
import type { TypedObject } from "./typed-value.js";

/** An entry of a container's `env`. */
export interface EnvVar extends TypedObject {
  readonly name?: string;
  readonly value?: string;
}

/** An entry of a container's `volumeMounts`. */
export interface VolumeMount extends TypedObject {
  readonly name?: string;
  readonly readOnly?: boolean;
  readonly mountPath?: string;
}

/** A container: members that the webhook looks at; the others are passed on. */
export interface Container extends TypedObject {
  readonly name?: string;
  readonly env?: readonly EnvVar[];
  readonly volumeMounts?: readonly VolumeMount[];
}

/** A volume; of its sources only projected tokens. */
export interface Volume extends TypedObject {
  readonly name?: string;
}

/** The volume that the webhook adds. */
export interface TokenVolume extends Volume {
  readonly name: string;
  readonly projected: {
    readonly sources: readonly { readonly serviceAccountToken: { readonly audience: string; readonly expirationSeconds: bigint; readonly path: string } }[];
  };
}

/** A decoded pod. */
export interface Pod extends TypedObject {
  readonly metadata?: TypedObject & { readonly annotations?: { readonly [key: string]: string }; readonly labels?: { readonly [key: string]: string } };
  readonly spec?: PodSpec;
}

/** What the webhook looks at. */
interface PodSpec extends TypedObject {
  readonly serviceAccountName?: string;
  readonly nodeSelector?: { readonly [key: string]: string };
  readonly volumes?: readonly Volume[];
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
}

/**
 * Decodes a pod; an object of another kind becomes a pod with few members.
 *
 * @param minorVersion of the Kubernetes whose types are used, 29 for 1.29; the newest when absent
 * @throws {DecodingError} in Go's words
 */
export function decodePod(object: GoValue, minorVersion?: number): Pod {
  return decodeInAnyCase(object, "v1.Pod", (structure, key) => isKnownIn(`${structure.slice("v1.".length)}.${key}`, minorVersion)) as Pod;
}
