import type { Json, JsonObject } from "@irsa-sim/core";

/** A pod on its way through admission; members that nobody looks at are passed on. */
export interface Pod {
  readonly metadata: {
    readonly name?: string;
    readonly generateName?: string;
    readonly labels?: Readonly<Record<string, string>> | null;
    readonly [member: string]: Json | undefined;
  };
  readonly spec: PodSpec;
  readonly [member: string]: Json | undefined | Pod["metadata"] | PodSpec;
}

/** What admission looks at. */
export interface PodSpec {
  readonly serviceAccountName?: string;
  readonly nodeName?: string;
  readonly volumes?: readonly JsonObject[] | null;
  readonly containers?: readonly JsonObject[] | null;
  readonly initContainers?: readonly JsonObject[] | null;
  readonly [member: string]: Json | undefined;
}

/** The name under which messages speak of the pod. */
export function podName({ metadata }: Pod): string {
  return metadata.name ?? metadata.generateName ?? "";
}
