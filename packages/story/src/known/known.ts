import type { EpochMillis, Json, JsonObject } from "@irsa-sim/core";

/** What is so at a place in a story, as far as its events tell. */
export interface Known {
  /** `seq` of the last event that counts; -1 before the first. */
  readonly seq: number;
  /** When that happened; the run's start before the first. */
  readonly at: EpochMillis;
  /** The container's variables, as the stored pod has them; of a pod those of its first container, and empty for the cluster. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the kubelet has written for the pod, by path of the directory. */
  readonly volumes: readonly KnownVolume[];
  /** The web identity token that was issued last for the pod; `null` when none was. */
  readonly token: KnownToken | null;
  /** What the app's SDK holds; `null` while it has none. */
  readonly credentials: KnownCredentials | null;
  /** Cluster and IAM objects that exist, by kind and name, in the order in which they were first written. */
  readonly objects: readonly KnownObject[];
}

export interface KnownToken {
  readonly claims: JsonObject;
  readonly kid: string;
  readonly issuedAt: EpochMillis;
  readonly expiresAt: EpochMillis;
  /** Between 0 and 1 while it lives, more afterwards. */
  readonly lifetimeUsed: number;
  /** Of the event that issued it. */
  readonly seq: number;
}

export interface KnownCredentials {
  readonly accessKeyId: string;
  /** The provider of the SDK's chain that they came from. */
  readonly provider: string;
  /** `web-identity`, `imds`, `env` and so on. */
  readonly source: string;
  /** `null` for keys that belong to no role. */
  readonly role: string | null;
  /** `null` for keys that do not expire. */
  readonly expiresAt: EpochMillis | null;
  readonly seq: number;
}

export interface KnownObject {
  /** `Pod default/my-pod`, `Role arn:...`. */
  readonly what: string;
  readonly value: Json;
  readonly createdAt: EpochMillis;
  readonly changedAt: EpochMillis;
  /** Of the event that wrote it last. */
  readonly seq: number;
}

/** A projected volume, as the kubelet's atomic writer leaves it. */
export interface KnownVolume {
  /** The directory's path in the container. */
  readonly path: string;
  readonly entries: readonly VolumeEntry[];
}

/** What stands in a volume. */
export type VolumeEntry =
  | { readonly kind: "link"; readonly name: string; readonly target: string }
  | { readonly kind: "directory"; readonly name: string; readonly entries: readonly VolumeEntry[] }
  | { readonly kind: "file"; readonly name: string; readonly mode: string; readonly owner: string; readonly bytes: number };
