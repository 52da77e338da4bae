import type { Json, JsonObject } from "@irsa-sim/core";
import type { WatchedObject } from "@irsa-sim/core/list-and-watch";

/** Who an object belongs to. */
export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean;
  readonly blockOwnerDeletion?: boolean;
}

/** What a pod is made from. */
export type PodTemplate = JsonObject & { readonly metadata?: TemplateMeta; readonly spec?: JsonObject };

type TemplateMeta = JsonObject & { readonly labels?: { readonly [key: string]: string }; readonly annotations?: { readonly [key: string]: string } };

/** A workload, or what one made, as the API server stores it; a list's items leave out their kind. */
export interface WorkloadObject extends WatchedObject {
  readonly kind?: string;
  readonly metadata: WatchedObject["metadata"] & {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly creationTimestamp: string;
    readonly generation?: number;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    /** When an object that is to go is to be gone. */
    readonly deletionTimestamp?: string;
    readonly ownerReferences?: readonly OwnerReference[];
  };
  readonly spec?: { readonly [member: string]: Json | undefined } & {
    readonly replicas?: number;
    readonly template?: PodTemplate;
  };
  readonly status?: JsonObject;
}

/** The object that controls this one; `null` for none. */
export function controllerOf({ metadata }: WorkloadObject): OwnerReference | null {
  return metadata.ownerReferences?.find(({ controller }) => controller === true) ?? null;
}

/** Whether a pod still counts for who made it: it has not ended, and is not to go. */
export function isActive({ metadata, status }: WorkloadObject): boolean {
  return metadata.deletionTimestamp === undefined && status?.phase !== "Succeeded" && status?.phase !== "Failed";
}
