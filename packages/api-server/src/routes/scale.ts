/**
 * The `scale` of a workload: how many pods it wants, as an object of its own that stands for any kind.
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/registry/apps/deployment/storage/storage.go
 */
import { bodyText, type HttpResponse, type JsonObject } from "@irsa-sim/core";
import { invalid } from "../admission/field-problem.js";
import { json, REFUSALS } from "../kubernetes-status.js";
import type { KubernetesObject, StoredObject } from "../storage/kubernetes-object.js";
import { formatSelector } from "../tables/format-labels.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";
import { findObject } from "./find-object.js";
import { applyMergePatch } from "./patch/apply-merge-patch.js";
import { readJsonPatch, readMergePatch, readPatchType } from "./patch/read-patch.js";
import { writeVersion } from "./write-version.js";

/** GET of a scale. */
export function getScale(parts: ApiServerParts, call: ApiCall): HttpResponse {
  return json(200, scaleOf(findObject(parts, call)));
}

/**
 * PUT or PATCH of a scale: so many pods are wanted from then on.
 *
 * @throws {KubernetesStatus} 400, 409 for a version that is not the present one, 422 for a number below 0
 */
export async function writeScale(parts: ApiServerParts, call: ApiCall): Promise<HttpResponse> {
  const before = findObject(parts, call);
  const { metadata, spec } = (await sentScale(call, scaleOf(before))) as unknown as Scale;
  const replicas = spec?.replicas ?? 0;
  if (!Number.isInteger(replicas)) throw REFUSALS.badRequest('Scale in version "v1" cannot be handled as a Scale: spec.replicas is no whole number');
  const { resource } = call.route;
  if (replicas < 0) {
    const problem = invalid("spec.replicas", replicas, "must be greater than or equal to 0");
    throw REFUSALS.invalid({ kind: "Scale", group: "autoscaling" }, before.metadata.name, [problem]);
  }
  if (metadata?.resourceVersion && metadata.resourceVersion !== before.metadata.resourceVersion) throw REFUSALS.modified(resource, before.metadata.name);
  const sent: KubernetesObject = { ...before, spec: { ...(before.spec as JsonObject), replicas } };
  const written = await writeVersion(parts, { ...call, route: { ...call.route, subresource: null } }, { before, sent });
  return json(200, scaleOf(JSON.parse(bodyText(written)) as StoredObject));
}

interface Scale {
  readonly metadata?: { readonly resourceVersion?: string };
  readonly spec?: { readonly replicas?: number };
}

async function sentScale({ request }: ApiCall, before: JsonObject): Promise<JsonObject> {
  if (request.method === "PUT") return readMergePatch(request);
  const type = readPatchType(request);
  if (type === "apply") throw REFUSALS.unsupportedPatch();
  if (type !== "json") return applyMergePatch(before, readMergePatch(request));
  const { applyJsonPatch } = await import("./patch/apply-json-patch.js");
  return applyJsonPatch(before, readJsonPatch(request));
}

function scaleOf({ metadata, spec, status }: StoredObject): JsonObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata;
  const { replicas = 1, selector } = (spec ?? {}) as { readonly replicas?: number; readonly selector?: JsonObject };
  const { replicas: present = 0 } = (status ?? {}) as { readonly replicas?: number };
  return {
    kind: "Scale",
    apiVersion: "autoscaling/v1",
    metadata: { name, ...(namespace !== undefined && { namespace }), uid, resourceVersion, creationTimestamp: creationTimestamp ?? null },
    spec: { replicas },
    status: { replicas: present, selector: formatSelector(selector) },
  };
}
