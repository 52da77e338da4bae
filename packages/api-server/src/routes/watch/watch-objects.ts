import type { Clock, HttpResponse } from "@irsa-sim/core";
import { REFUSALS } from "../../kubernetes-status.js";
import type { StoredObject } from "../../storage/kubernetes-object.js";
import type { ObjectStore } from "../../storage/object-store.js";
import { apiVersionOf, type Resource } from "../../storage/resources.js";
import type { ApiCall, ApiServerParts } from "../api-call.js";
import { readSelection } from "../selectors/read-selection.js";
import { decideWatchEvent, type WatchEvent } from "./decide-watch-event.js";
import { readWatchRequest, type WatchRequest } from "./watch-request.js";

/**
 * GET of a collection with `watch`: what happened to it after `resourceVersion`, one JSON a line; without one, or from 0, what is there comes first as added.
 * Where nothing happened, the answer waits until something does, or for `timeoutSeconds`; then it is empty.
 *
 * Differs from a watch of the API server, which goes on telling: the answer ends with what has happened by then, and who wants more asks again from its version;
 * and without `timeoutSeconds` it waits for as long as it takes, where the real one ends after 30 to 60 minutes. Bookmarks come only at the end of an answer.
 * @throws {KubernetesStatus} 400 for a parameter that is no number, 410 `too old resource version: 1 (7)`
 */
export async function watchObjects({ store, clock }: ApiServerParts, { route: { resource, namespace }, request }: ApiCall): Promise<HttpResponse> {
  const watch = readWatchRequest(request);
  const isAskedFor = readSelection(request, resource);
  const isSelected = (object: StoredObject): boolean => (namespace === null || object.metadata.namespace === namespace) && isAskedFor(object);
  const known = eventsSince(store, resource, { from: watch.resourceVersion, isSelected });
  const events = known.length > 0 ? known : await nextEvents({ store, clock }, resource, { ...watch, isSelected });
  const bookmarks = watch.allowWatchBookmarks ? [bookmark(resource, store.resourceVersion())] : [];
  const lines = [...events, ...bookmarks].map((event) => `${JSON.stringify(event)}\n`);
  return { status: 200, headers: { "content-type": "application/json;stream=watch" }, body: lines.join("") };
}

interface Selection {
  isSelected(object: StoredObject): boolean;
}

function eventsSince(store: ObjectStore, resource: Resource, { from, isSelected }: Selection & { readonly from: number }): readonly WatchEvent[] {
  if (from === 0) {
    const there = store.list(resource, null).filter(isSelected);
    return there.map((object) => ({ type: "ADDED", object }));
  }
  const changes = store.changesSince(resource, from);
  if (changes === null) throw REFUSALS.tooOld(from, store.oldestVersion());
  return changes.flatMap((change) => decideWatchEvent(change, isSelected) ?? []);
}

/** Waits for the next change that concerns the watch; what happens at the same moment is told with it. */
async function nextEvents(
  { store, clock }: { readonly store: ObjectStore; readonly clock: Clock },
  resource: Resource,
  { timeoutSeconds, isSelected }: Pick<WatchRequest, "timeoutSeconds"> & Selection,
): Promise<readonly WatchEvent[]> {
  const events: WatchEvent[] = [];
  const happened = clock.createLatch<void>();
  const endListening = store.onChanged((change) => {
    const event = change.resource === resource ? decideWatchEvent(change, isSelected) : null;
    if (event === null) return;
    events.push(event);
    happened.open();
  });
  if (timeoutSeconds === null) await happened.wait();
  else await clock.race<void>([(signal) => happened.wait({ signal }), (signal) => clock.sleep(timeoutSeconds * 1000, { signal })]);
  endListening();
  return events;
}

function bookmark(resource: Resource, resourceVersion: string): WatchEvent {
  const { kind } = resource;
  return { type: "BOOKMARK", object: { kind, apiVersion: apiVersionOf(resource), metadata: { resourceVersion, creationTimestamp: null } } };
}
