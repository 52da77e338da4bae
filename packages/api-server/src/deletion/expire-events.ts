import { addMillis, type Clock, epochMillis } from "@irsa-sim/core";
import type { StoredObject } from "../storage/kubernetes-object.js";
import type { ObjectStore } from "../storage/object-store.js";
import { resourceOf } from "../storage/resources.js";

/** As `--event-ttl` is by itself. */
const KEPT_MS = 3_600_000;

/** Lets each event go an hour after it was last written. */
export function expireEvents({ store, clock }: { readonly store: ObjectStore; readonly clock: Clock }): void {
  const events = resourceOf("Event");
  const watchOver = (event: StoredObject, from: number): void => {
    const { namespace = null, name, resourceVersion } = event.metadata;
    clock.at(addMillis(epochMillis(Math.max(from, clock.now() - KEPT_MS)), KEPT_MS), async () => {
      if (store.read(events, namespace, name)?.metadata.resourceVersion === resourceVersion) store.remove(events, namespace, name);
    });
  };
  store.onChanged(({ resource, type, object }) => {
    if (resource === events && type !== "DELETED") watchOver(object, clock.now());
  });
  store.onRestored(() => {
    for (const event of store.list(events, null)) watchOver(event, lastWritten(event));
  });
}

function lastWritten({ metadata, lastTimestamp }: StoredObject): number {
  return Date.parse(typeof lastTimestamp === "string" ? lastTimestamp : String(metadata.creationTimestamp));
}
