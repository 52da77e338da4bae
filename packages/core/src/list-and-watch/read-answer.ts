import { bodyText, type HttpResponse } from "../network/message.js";
import type { ObjectChange, WatchedObject } from "./object-change.js";

/** What came of asking; `version` is the one to go on from. */
export type Answer<Told> =
  | { readonly kind: "told"; readonly told: readonly Told[]; readonly version: string | null }
  /** The version that was asked from is too old: only a new list helps. */
  | { readonly kind: "expired" }
  | { readonly kind: "failed" };

/** Reads the answer to a list. */
export function readList<Kind extends WatchedObject>(response: HttpResponse): Answer<Kind> {
  if (response.status !== 200) return { kind: "failed" };
  const { metadata, items } = JSON.parse(bodyText(response)) as { readonly metadata: { readonly resourceVersion: string }; readonly items: readonly Kind[] };
  return { kind: "told", told: items, version: metadata.resourceVersion };
}

/** Reads the answer to a watch: one event a line, of which a bookmark tells the version alone. */
export function readWatch<Kind extends WatchedObject>(response: HttpResponse): Answer<ObjectChange<Kind>> {
  if (response.status === GONE) return { kind: "expired" };
  if (response.status !== 200) return { kind: "failed" };
  const events = bodyText(response)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as WatchLine<Kind>);
  const error = events.find(({ type }) => type === "ERROR");
  if (error !== undefined) return { kind: error.object.code === GONE ? "expired" : "failed" };
  const told = events.filter((event): event is ObjectChange<Kind> & WatchLine<Kind> => event.type !== "BOOKMARK");
  return { kind: "told", told, version: events.at(-1)?.object.metadata.resourceVersion ?? null };
}

const GONE = 410;

interface WatchLine<Kind> {
  readonly type: ObjectChange<WatchedObject>["type"] | "BOOKMARK" | "ERROR";
  /** Of an error its `Status`. */
  readonly object: Kind & { readonly code?: number };
}
