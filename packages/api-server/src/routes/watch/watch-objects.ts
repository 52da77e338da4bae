import { addMillis, type Clock, createPieceQueue, type HttpResponse } from "@irsa-sim/core";
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
 * Where the way back takes more, the answer goes on for `timeoutSeconds`, or until its reader leaves. Where it does not, it is what has happened by now, and
 * when nothing has, it waits until something does, or for `timeoutSeconds`; then it is empty.
 *
 * Differs from a watch of the API server in memory, where who wants more asks again from the version of the answer; and without `timeoutSeconds` it goes on
 * for as long as it takes, where the real one ends after 30 to 60 minutes. Bookmarks come behind what is there, and at the end of an answer in memory.
 * A version that is no longer known is told in the watch, which ends with that: `too old resource version: 1 (7)`.
 * @throws {KubernetesStatus} 400 for a parameter that is no number, 422 for parameters that do not go together
 */
export async function watchObjects({ store, clock }: ApiServerParts, { route: { resource, namespace }, request }: ApiCall): Promise<HttpResponse> {
  const watch = readWatchRequest(request);
  const isAskedFor = readSelection(request, resource);
  const isSelected = (object: StoredObject): boolean => (namespace === null || object.metadata.namespace === namespace) && isAskedFor(object);
  const known = eventsSince(store, resource, { from: watch.resourceVersion, isSelected });
  const isExpired = known[0]?.type === "ERROR";
  if (request.takesMore === true && !isExpired) {
    const bookmarks = watch.sendInitialEvents ? [bookmark(resource, store.resourceVersion(), INITIAL_EVENTS_END)] : [];
    return answer([...known, ...bookmarks], follow({ store, clock }, resource, { ...watch, isSelected }));
  }
  const events = known.length > 0 ? known : await nextEvents({ store, clock }, resource, { ...watch, isSelected });
  const bookmarks = watch.allowWatchBookmarks && !isExpired ? [bookmark(resource, store.resourceVersion())] : [];
  return answer([...events, ...bookmarks]);
}

/** By which a client knows that it has been told of all that was there. */
const INITIAL_EVENTS_END = { annotations: { "k8s.io/initial-events-end": "true" } };

function answer(events: readonly WatchEvent[], more?: AsyncIterable<string>): HttpResponse {
  const headers = { "content-type": "application/json;stream=watch" };
  return { status: 200, headers, body: events.map(toLine).join(""), ...(more !== undefined && { more }) };
}

function toLine(event: WatchEvent): string {
  return `${JSON.stringify(event)}\n`;
}

interface Selection {
  isSelected(object: StoredObject): boolean;
}

function eventsSince(store: ObjectStore, resource: Resource, { from, isSelected }: Selection & { readonly from: number }): readonly WatchEvent[] {
  if (from === 0) {
    const there = store.list(resource, null).filter(isSelected).sort(byKey);
    return there.map((object) => ({ type: "ADDED", object }));
  }
  const changes = store.changesSince(resource, from);
  // Whoever may watch is told of this in the watch.
  if (changes === null) return [expired(store, from)];
  return changes.flatMap((change) => decideWatchEvent(change, isSelected) ?? []);
}

/** As etcd has them. */
function byKey({ metadata: a }: StoredObject, { metadata: b }: StoredObject): number {
  return `${a.namespace ?? ""}/${a.name}` < `${b.namespace ?? ""}/${b.name}` ? -1 : 1;
}

/** What happens from now on, as it happens. */
function follow(
  { store, clock }: { readonly store: ObjectStore; readonly clock: Clock },
  resource: Resource,
  { timeoutSeconds, isSelected }: Pick<WatchRequest, "timeoutSeconds"> & Selection,
): AsyncIterable<string> {
  const queue = createPieceQueue(() => {
    endListening();
    timer?.cancel();
  });
  const endListening = store.onChanged((change) => {
    const event = change.resource === resource ? decideWatchEvent(change, isSelected) : null;
    if (event !== null) queue.push(toLine(event));
  });
  const timer = timeoutSeconds === null ? null : clock.at(addMillis(clock.now(), timeoutSeconds * 1000), async () => queue.end());
  return queue.pieces;
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
  const endRestored = store.onRestored(() => {
    events.push(expired(store, 0));
    happened.open();
  });
  if (timeoutSeconds === null) await happened.wait();
  else await clock.race<void>([(signal) => happened.wait({ signal }), (signal) => clock.sleep(timeoutSeconds * 1000, { signal })]);
  endListening();
  endRestored();
  return events;
}

/** What a watch ends with when what it has told is not how things are any more. */
function expired(store: ObjectStore, from: number): WatchEvent {
  const { status: code, reason, message } = REFUSALS.tooOld(from, store.oldestVersion());
  return { type: "ERROR", object: { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message, reason, code } };
}

function bookmark(resource: Resource, resourceVersion: string, more: object = {}): WatchEvent {
  const { kind } = resource;
  return { type: "BOOKMARK", object: { kind, apiVersion: apiVersionOf(resource), metadata: { resourceVersion, creationTimestamp: null, ...more } } };
}
