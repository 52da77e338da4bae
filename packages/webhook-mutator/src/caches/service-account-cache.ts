import { findIgnoredOptions, type IgnoredOption } from "../identity/find-ignored-options.js";
import type { IdentityEntry } from "../identity/identity-entry.js";
import type { OwnPlace } from "../identity/own-place.js";
import { readAnnotations } from "../identity/read-annotations.js";
import type { WebhookSettings } from "../settings.js";

/** The webhook's view of all service accounts, as its watch of them delivers it. */
export interface ServiceAccountCache {
  /** Takes in a service account, new or changed; the whole entry is replaced. */
  set(namespace: string, name: string, annotations: Readonly<Record<string, string>>): void;
  delete(namespace: string, name: string): void;
  clear(): void;
  /** `null` for one that has not come in. */
  find(namespace: string, name: string): IdentityEntry | null;
  /** Of its annotations, those that do not count; none for one that has not come in. */
  ignoredOptions(namespace: string, name: string): readonly IgnoredOption[];
  /** By `namespace/name`, sorted. */
  entries(): readonly (readonly [key: string, entry: IdentityEntry])[];
  /** Whether any service account ever came in. */
  isUsed(): boolean;
}

/**
 * Creates an empty cache.
 *
 * @see webhook.md, section 4.3
 */
export function createServiceAccountCache(settings: WebhookSettings, place: OwnPlace): ServiceAccountCache {
  const entries = new Map<string, IdentityEntry>();
  const ignored = new Map<string, readonly IgnoredOption[]>();
  let isUsed = false;
  return {
    set(namespace, name, annotations) {
      isUsed = true;
      entries.set(`${namespace}/${name}`, readAnnotations(annotations, settings, place));
      ignored.set(`${namespace}/${name}`, findIgnoredOptions(annotations, settings));
    },
    delete: (namespace, name) => {
      entries.delete(`${namespace}/${name}`);
    },
    clear: () => entries.clear(),
    find: (namespace, name) => entries.get(`${namespace}/${name}`) ?? null,
    ignoredOptions: (namespace, name) => (entries.has(`${namespace}/${name}`) ? (ignored.get(`${namespace}/${name}`) ?? []) : []),
    entries: () => [...entries].sort(([a], [b]) => (a < b ? -1 : 1)),
    isUsed: () => isUsed,
  };
}
