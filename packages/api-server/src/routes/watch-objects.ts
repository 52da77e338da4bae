import type { HttpRequest, HttpResponse } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";
import { selectByFields } from "./select-by-fields.js";

/** Whether a GET of a collection asks for what happens to it rather than what is there. */
export function isWatch({ url }: HttpRequest): boolean {
  return ["1", "true"].includes(new URL(url).searchParams.get("watch") ?? "");
}

/**
 * GET of a collection with `watch`: the changes after `resourceVersion`, one JSON a line; without one, or from 0, what is there comes first as added.
 *
 * Differs from a watch of the API server, which stays open: the answer ends with the last change, and who wants more asks again from its version.
 * Leaves out: bookmarks, and objects that come to fit a field selector or cease to.
 * @throws {KubernetesStatus} 400 for a version that is no number, 410 `too old resource version: 1 (7)`
 */
export function watchObjects({ store }: ApiServerParts, { route: { resource, namespace }, request }: ApiCall): HttpResponse {
  const { searchParams } = new URL(request.url);
  const sent = searchParams.get("resourceVersion") || "0";
  if (!/^\d+$/.test(sent)) throw REFUSALS.badRequest(`invalid resource version "${sent}"`);
  const from = Number(sent);
  const changes = from === 0 ? store.list(resource, null).map((object) => ({ type: "ADDED", object })) : store.changesSince(resource, from);
  if (changes === null) throw REFUSALS.tooOld(from, store.oldestVersion());
  const selector = searchParams.get("fieldSelector") ?? "";
  const wanted = changes.filter(({ object }) => namespace === null || object.metadata.namespace === namespace);
  const selected = new Set(
    selectByFields(
      wanted.map(({ object }) => object),
      selector,
      resource,
    ),
  );
  const lines = wanted.filter(({ object }) => selected.has(object)).map(({ type, object }) => `${JSON.stringify({ type, object })}\n`);
  return { status: 200, headers: { "content-type": "application/json;stream=watch" }, body: lines.join("") };
}
