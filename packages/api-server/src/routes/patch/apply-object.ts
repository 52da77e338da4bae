import { type HttpResponse, type JsonObject, toRfc3339 } from "@irsa-sim/core";
import { required } from "../../admission/field-problem.js";
import { readObject } from "../../decoding/read-object.js";
import { REFUSALS } from "../../kubernetes-status.js";
import { applyConfiguration } from "../../managed-fields/apply-configuration.js";
import { fieldSetOf } from "../../managed-fields/field-set-of.js";
import { type Manager, manageable, readManagers, writeManagers } from "../../managed-fields/managers.js";
import { shapeOfKind } from "../../managed-fields/shape.js";
import { isSame } from "../../storage/is-same.js";
import type { KubernetesObject, StoredObject } from "../../storage/kubernetes-object.js";
import { apiVersionOf, type Resource } from "../../storage/resources.js";
import type { ApiCall, ApiServerParts } from "../api-call.js";
import { createObject } from "../create-object.js";
import { writeVersion } from "../write-version.js";
import { areAllLastApplied, describeConflicts } from "./conflicts.js";
import { readChanged } from "./read-changed.js";

/** As refusals name the parameters of a patch. */
const PATCH_OPTIONS = { kind: "PatchOptions", group: "meta.k8s.io" };

/**
 * Server-side apply: what is not there is created, what is there becomes as its manager wants it.
 *
 * @throws {KubernetesStatus} 409 for fields that others manage, unless `force` is set; 422 without `fieldManager`
 */
export async function applyObject(parts: ApiServerParts, call: ApiCall): Promise<HttpResponse> {
  const { route, request } = call;
  const { resource, namespace, name } = route;
  const { searchParams } = new URL(request.url);
  const fieldManager = searchParams.get("fieldManager") ?? "";
  if (fieldManager === "") throw REFUSALS.invalid(PATCH_OPTIONS, "", [required("fieldManager", "is required for apply patch")]);
  const configuration = readObject({ ...call, request: { ...request, headers: { "content-type": "application/yaml" } } }, resource, "PatchOptions");
  const manager = { name: fieldManager, operation: "Apply" as const, apiVersion: apiVersionOf(resource), time: toRfc3339(parts.clock.now()) };
  const live = parts.store.read(resource, namespace, name ?? "");
  if (live === null) {
    const fields = manageable(fieldSetOf(configuration, shapeOfKind(resource.kind)));
    const creation = { ...request, method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(configuration) };
    return createObject(parts, { ...call, route: { ...route, name: null }, request: creation }, writeManagers([{ ...manager, fields }]));
  }
  const { object, managers } = decide(live, configuration, { resource, manager, isForced: searchParams.get("force") === "true" });
  const managedFields = writeManagers(keepTimes(managers, readManagers(live.metadata.managedFields)));
  return writeVersion(parts, call, { before: live, sent: readChanged(call, object), managedFields });
}

interface Decision {
  readonly resource: Resource;
  readonly manager: Omit<Manager, "fields">;
  readonly isForced: boolean;
}

function decide(
  live: StoredObject,
  configuration: KubernetesObject,
  { resource, manager, isForced }: Decision,
): { readonly object: JsonObject; readonly managers: readonly Manager[] } {
  const shape = shapeOfKind(resource.kind);
  const application = { live, configuration, shape, manager, managers: managersOf(live, resource, manager.time), isForced };
  const applied = applyConfiguration(application);
  if (!("conflicts" in applied)) return applied;
  const forced = areAllLastApplied(applied.conflicts, live, { manager: manager.name, shape })
    ? applyConfiguration({ ...application, isForced: true })
    : applied;
  if ("conflicts" in forced) throw REFUSALS.applyConflict(describeConflicts(forced.conflicts));
  return forced;
}

/** Where nobody has applied the object yet, all that it has is managed by who was there before. */
function managersOf(live: StoredObject, { kind, ...resource }: Resource, time: string): readonly Manager[] {
  const { managedFields } = live.metadata;
  if (managedFields !== undefined) return readManagers(managedFields);
  const fields = manageable(fieldSetOf(live, shapeOfKind(kind)));
  return [{ name: "before-first-apply", operation: "Update", apiVersion: apiVersionOf(resource), time, fields }];
}

/** A manager whose fields are what they were has changed nothing. */
function keepTimes(managers: readonly Manager[], before: readonly Manager[]): readonly Manager[] {
  return managers.map((manager) => {
    const earlier = before.find(({ name, operation }) => name === manager.name && operation === manager.operation);
    const isUnchanged = earlier !== undefined && isSame(writeManagers([{ ...manager, time: earlier.time }]), writeManagers([earlier]));
    return isUnchanged ? earlier : manager;
  });
}
