import { bodyText, type HttpResponse, type Span } from "@irsa-sim/core";
import { type KubernetesClient, type ObjectReference, referenceTo } from "../kubernetes/kubernetes-client.js";
import type { OwnedObjects } from "./owned-objects.js";
import type { WorkloadChange, WorkloadKind } from "./workload-controller.js";
import type { WorkloadObject } from "./workload-object.js";

/** A change that is a request to the API server. */
export type WorkloadRequest = Exclude<WorkloadChange, { readonly kind: "complain" }>;

/** Where a change goes. */
export interface ChangeTarget {
  readonly kubernetes: KubernetesClient;
  readonly objects: OwnedObjects;
  /** What is changed: the workload itself, or what it makes. */
  readonly of: WorkloadKind;
  readonly makes: WorkloadKind;
  /** Whether what belongs to an object is to go with it, which the API server has to be told of some kinds. */
  readonly deletesAll: boolean;
}

/** Does one thing that a controller decided, and notes in its copies what came of it. */
export async function performChange(change: WorkloadRequest, { kubernetes, objects, of, makes, deletesAll }: ChangeTarget, span: Span): Promise<HttpResponse> {
  if (change.kind === "delete") {
    const response = await kubernetes.delete(refer(makes, change.child), span, deletesAll ? "Background" : undefined);
    const left = response.status < 400 ? (JSON.parse(bodyText(response)) as WorkloadObject) : null;
    // It may take its time.
    if (left?.kind === makes.kind && left.metadata.deletionTimestamp !== undefined) objects.wrote(makes.kind, left);
    else if (left !== null || response.status === 404) objects.removed(makes.kind, change.child);
    return response;
  }
  if (change.kind === "patch") {
    const kind = change.of === "parent" ? of : makes;
    const response = await kubernetes.patch(refer(kind, change.object), change.patch, span);
    if (response.status < 400) objects.wrote(kind.kind, JSON.parse(bodyText(response)) as WorkloadObject);
    return response;
  }
  const response =
    change.kind === "create"
      ? await kubernetes.create(change.object, span)
      : await kubernetes.patch(refer(makes, change.child), { spec: { replicas: change.replicas } }, span);
  if (response.status < 400) objects.wrote(makes.kind, JSON.parse(bodyText(response)) as WorkloadObject);
  return response;
}

/** What a change is about, as a title says it. */
export function titleOf(change: WorkloadRequest, { kind }: WorkloadKind): string {
  if (change.kind === "create") {
    const { name, generateName } = change.object.metadata as { readonly name?: string; readonly generateName?: string };
    return `makes ${kind} ${name ?? `${generateName}…`}`;
  }
  if (change.kind === "patch") return `${change.title} ${change.of === "parent" ? "itself" : `${kind} ${change.object.metadata.name}`}`;
  const { name } = change.child.metadata;
  return change.kind === "delete" ? `deletes ${kind} ${name}` : `scales ${kind} ${name} to ${change.replicas}`;
}

/** The pod that a change is about; one whose name is yet to be made is known by what its name begins with. */
export function subjectOf(change: WorkloadRequest, { kind }: WorkloadKind): { readonly pod?: string } {
  if (kind !== "Pod") return {};
  if (change.kind === "patch") return change.of === "parent" ? {} : { pod: `${change.object.metadata.namespace}/${change.object.metadata.name}` };
  if (change.kind !== "create") return { pod: `${change.child.metadata.namespace}/${change.child.metadata.name}` };
  const { generateName } = change.object.metadata as { readonly generateName?: string };
  const { namespace, name } = referenceTo(change.object);
  return { pod: `${namespace}/${name || generateName || ""}` };
}

function refer({ kind }: WorkloadKind, { metadata }: WorkloadObject): ObjectReference {
  return { objectKind: kind, namespace: metadata.namespace, name: metadata.name };
}
