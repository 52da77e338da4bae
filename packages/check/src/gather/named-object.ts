import type { KubernetesObject, ObjectNode } from "@irsa-sim/documents";

/** A Kubernetes object by its name. */
export interface NamedObject {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly document: KubernetesObject;
}

/** What makes pods by a template, or a pod itself. */
export interface Workload extends NamedObject {
  /** Whether nobody sees its pods: an operator makes them, and says only whom they run as. */
  readonly isImplied: boolean;
  /** Labels and annotations of its pods; `null` when it gives none. */
  readonly podMetadata: ObjectNode | null;
  readonly podSpec: ObjectNode;
}
