import type { HttpRequest } from "@irsa-sim/core";
import type { StoredObject } from "../../storage/kubernetes-object.js";
import type { Resource } from "../../storage/resources.js";
import { parseFieldSelector } from "./parse-field-selector.js";
import { parseLabelSelector } from "./parse-label-selector.js";

/**
 * Reads which objects of a collection a request is about, by their labels and fields.
 *
 * @throws {KubernetesStatus} 400
 */
export function readSelection({ url }: HttpRequest, resource: Resource): (object: StoredObject) => boolean {
  const { searchParams } = new URL(url);
  const isLabelled = parseLabelSelector(searchParams.get("labelSelector") ?? "");
  const hasFields = parseFieldSelector(searchParams.get("fieldSelector") ?? "", resource);
  return (object) => isLabelled(object) && hasFields(object);
}

/** Whether a request is about a part of a collection. */
export function isSelecting({ url }: HttpRequest): boolean {
  const { searchParams } = new URL(url);
  return Boolean(searchParams.get("labelSelector") || searchParams.get("fieldSelector"));
}
