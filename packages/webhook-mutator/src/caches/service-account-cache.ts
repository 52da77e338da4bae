import { type IdentityEntry, type OwnPlace, readAnnotations } from "../identity/identity-entry.js";
import type { WebhookSettings } from "../settings.js";

/** The webhook's view of all service accounts, as its watch of them delivers it. */
export interface ServiceAccountCache {
  /** Takes in a service account, new or changed; the whole entry is replaced. */
  set(namespace: string, name: string, annotations: Readonly<Record<string, string>>): void;
  delete(namespace: string, name: string): void;
  clear(): void;
  /** `null` for one that has not come in. */
  find(namespace: string, name: string): IdentityEntry | null;
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
  let isUsed = false;
  return {
    set(namespace, name, annotations) {
      isUsed = true;
      entries.set(`${namespace}/${name}`, readAnnotations(annotations, settings, place));
    },
    delete: (namespace, name) => {
      entries.delete(`${namespace}/${name}`);
    },
    clear: () => entries.clear(),
    find: (namespace, name) => entries.get(`${namespace}/${name}`) ?? null,
    entries: () => [...entries].sort(([a], [b]) => (a < b ? -1 : 1)),
    isUsed: () => isUsed,
  };
}
