import type { HttpRequest, HttpResponse } from "@irsa-sim/core";
import type { ApiServerParts } from "../api-server-parts.js";
import { json, REFUSALS } from "../kubernetes-status.js";
import type { StoredObject } from "../storage/object-store.js";
import type { Route } from "./parse-route.js";

/** GET of one object. */
export function getObject({ store }: ApiServerParts, { resource, namespace, name }: Route): HttpResponse {
  const object = store.read(resource, namespace, name ?? "");
  if (object === null) throw REFUSALS.notFound(resource.plural, name ?? "");
  return json(200, object);
}

/** GET of a collection; field selectors over `metadata.name`, `metadata.namespace` and `spec.nodeName`. */
export function listObjects({ store }: ApiServerParts, { resource, namespace }: Route, request: HttpRequest): HttpResponse {
  const selector = new URL(request.url).searchParams.get("fieldSelector") ?? "";
  const items = store.list(resource, namespace).filter((object) => matches(object, selector));
  return json(200, { kind: `${resource.kind}List`, apiVersion: resource.apiVersion, metadata: { resourceVersion: store.resourceVersion() }, items });
}

function matches(object: StoredObject, selector: string): boolean {
  return selector
    .split(",")
    .filter((term) => term !== "")
    .every((term) => {
      const [path = "", value] = term.split("=");
      return fieldOf(object, path) === value;
    });
}

function fieldOf({ metadata, spec }: StoredObject, path: string): string {
  switch (path) {
    case "metadata.name":
      return metadata.name;
    case "metadata.namespace":
      return metadata.namespace ?? "";
    case "spec.nodeName":
      return ((spec ?? {}) as { readonly nodeName?: string }).nodeName ?? "";
    default:
      throw REFUSALS.badRequest(`field label not supported: ${path}`);
  }
}
