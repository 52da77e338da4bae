import type { Json, JsonObject } from "@irsa-sim/core";
import type { WorkloadKind } from "./workload-controller.js";
import type { PodTemplate, WorkloadObject } from "./workload-object.js";

/** What a controller writes into a pod beside its template. */
export interface PodAdditions {
  readonly metadata: JsonObject;
  readonly labels?: Readonly<Record<string, string>>;
  readonly spec?: JsonObject;
}

/** A pod of a workload, from its template. */
export function makePod(parent: WorkloadObject, kind: WorkloadKind, { metadata, labels = {}, spec = {} }: PodAdditions): JsonObject {
  const { template = {} } = parent.spec ?? {};
  return {
    kind: "Pod",
    apiVersion: "v1",
    metadata: { ...metadata, ...metadataOf(template, labels), ...belongingTo(parent, kind) },
    spec: { ...template.spec, ...spec },
  };
}

/** The labels, annotations and finalizers of a template. */
function metadataOf(template: PodTemplate, more: Readonly<Record<string, string>>): JsonObject {
  const { labels = {}, annotations, finalizers } = template.metadata ?? {};
  return {
    labels: { ...labels, ...more },
    ...(annotations === undefined ? {} : { annotations }),
    ...(finalizers === undefined ? {} : { finalizers }),
  };
}

/** The namespace of a child, and to whom it belongs. */
export function belongingTo({ metadata }: WorkloadObject, { kind, apiVersion }: WorkloadKind): JsonObject {
  const { name, uid, namespace } = metadata;
  return { namespace, ownerReferences: [{ apiVersion, kind, name, uid, controller: true, blockOwnerDeletion: true }] };
}

/** A number of a spec; `otherwise` where it is left out. */
export function numberIn(spec: WorkloadObject["spec"], member: string, otherwise: number): number {
  const value: Json | undefined = spec?.[member];
  return typeof value === "number" ? value : otherwise;
}
