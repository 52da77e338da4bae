import type { OwnedObjects } from "./owned-objects.js";
import type { WorkloadChange, WorkloadController } from "./workload-controller.js";
import { controllerOf, type WorkloadObject } from "./workload-object.js";

/**
 * What a workload takes as its own that nobody controls: objects of the kind that it makes, with the labels that it selects.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/controller_ref_manager.go
 */
export function adoptOrphans({ of, makes }: WorkloadController, parent: WorkloadObject, objects: OwnedObjects): readonly WorkloadChange[] {
  const { matchLabels } = (parent.spec?.selector ?? {}) as { readonly matchLabels?: Readonly<Record<string, string>> };
  if (matchLabels === undefined || parent.metadata.deletionTimestamp !== undefined) return [];
  const wanted = Object.entries(matchLabels);
  const { name, uid, namespace } = parent.metadata;
  const isOrphan = (object: WorkloadObject): boolean =>
    object.metadata.namespace === namespace &&
    object.metadata.deletionTimestamp === undefined &&
    controllerOf(object) === null &&
    wanted.every(([label, value]) => object.metadata.labels?.[label] === value);
  const owner = { apiVersion: of.apiVersion, kind: of.kind, name, uid, controller: true, blockOwnerDeletion: true };
  return objects
    .list(makes.kind)
    .filter(isOrphan)
    .map((object) => {
      const ownerReferences = [...(object.metadata.ownerReferences ?? []).map((reference) => ({ ...reference })), owner];
      return { kind: "patch", of: "child", object, patch: { metadata: { ownerReferences } }, title: "adopts" } as const;
    });
}
