import type { JsonObject } from "@irsa-sim/core";
import type { Resource } from "./resources.js";

/** By whom an object is kept. */
export type OwnerReference = {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly uid?: string;
  readonly controller?: boolean;
  readonly blockOwnerDeletion?: boolean;
};

/** The members of `metadata` that every object may have. */
export type ObjectMeta = JsonObject & {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: string };
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly generation?: number;
  readonly ownerReferences?: readonly OwnerReference[];
  readonly finalizers?: readonly string[];
  /** When an object that is to go is to be gone; absent for one that stays. */
  readonly deletionTimestamp?: string;
  readonly deletionGracePeriodSeconds?: number;
};

/** An object as sent, decoded. */
export type KubernetesObject = JsonObject & { readonly metadata: ObjectMeta };

/** An object as stored. */
export type StoredObject = JsonObject & {
  readonly metadata: ObjectMeta & { readonly name: string; readonly uid: string; readonly resourceVersion: string };
};

/** How the trace names an object: `Pod default/my-pod`. */
export function describeObject({ kind }: Resource, { metadata }: StoredObject): string {
  return `${kind} ${metadata.namespace === undefined ? "" : `${metadata.namespace}/`}${metadata.name}`;
}
