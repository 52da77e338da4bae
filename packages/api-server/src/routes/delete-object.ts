import type { HttpResponse, Span } from "@irsa-sim/core";
import type { ApiServerParts } from "../api-server-parts.js";
import { json, REFUSALS } from "../kubernetes-status.js";
import type { Route } from "./parse-route.js";

/** DELETE of one object, at once. */
export function deleteObject(parts: ApiServerParts, { resource, namespace, name }: Route, span: Span): HttpResponse {
  const removed = parts.store.remove(resource, namespace, name ?? "");
  if (removed === null) throw REFUSALS.notFound(resource.plural, name ?? "");
  span.change({ what: `${resource.kind} ${namespace === null ? "" : `${namespace}/`}${name}`, before: removed, after: null });
  if (resource.kind === "Pod") parts.wakeWatchers();
  return json(200, removed);
}
