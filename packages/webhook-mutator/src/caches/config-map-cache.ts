/**
 * Identities from the ConfigMap `pod-identity-webhook`: its key `config` holds JSON from `namespace/name` to an entry.
 * Differs from the webhook: what would crash it (a key without a slash, an entry that is null) is left out.
 * @see webhook.md, section 11
 */
import type { IdentityEntry } from "../identity/identity-entry.js";
import type { WebhookSettings } from "../settings.js";
import { raisedToMinimum } from "../values/raised-to-minimum.js";

/** Name of the ConfigMap that is watched. */
export const CONFIG_MAP_NAME = "pod-identity-webhook";

/** What the last good version of the ConfigMap says. */
export interface ConfigMapCache {
  /**
   * Takes in a version of the ConfigMap.
   *
   * @returns what is wrong with it; then what was there stays
   */
  load(data: Readonly<Record<string, string>>): string | null;
  clear(): void;
  /** `null` when no entry is for this service account. */
  find(namespace: string, name: string): IdentityEntry | null;
}

/** Creates an empty cache. */
export function createConfigMapCache(settings: WebhookSettings): ConfigMapCache {
  const entries = new Map<string, IdentityEntry>();
  let wasParsable = true;
  return {
    load({ config = "" }) {
      const loaded = parseConfig(config, settings);
      if (loaded === null) {
        wasParsable = false;
        return "the key config holds no JSON object of identities";
      }
      // After a version that could not be read nothing is dropped, since nobody knows what it dropped.
      if (wasParsable) entries.clear();
      for (const [key, entry] of loaded) entries.set(key, entry);
      wasParsable = true;
      return null;
    },
    clear: () => entries.clear(),
    find: (namespace, name) => entries.get(`${namespace}/${name}`) ?? null,
  };
}

function parseConfig(config: string, settings: WebhookSettings): ReadonlyMap<string, IdentityEntry> | null {
  const document = parseObject(config);
  if (document === null) return null;
  const entries = Object.entries(document).flatMap(([key, value]) => {
    // Of a key with more than two parts only the first two count.
    const [namespace, name] = key.split("/");
    return name === undefined || !isObject(value) ? [] : [[`${namespace}/${name}`, readEntry(value, settings)] as const];
  });
  return new Map(entries);
}

/** Member names match without regard to case; what is absent is empty, but for the lifetime, which the flag gives. */
function readEntry(value: Readonly<Record<string, unknown>>, settings: WebhookSettings): IdentityEntry {
  const members = new Map(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]));
  const read = (name: string): string => {
    const member = members.get(name);
    return typeof member === "string" ? member : "";
  };
  const seconds = members.get("tokenexpiration");
  return {
    roleArn: read("rolearn"),
    audience: read("audience"),
    stsRegionalEndpoint: members.get("useregionalsts") === true,
    tokenExpirationSeconds: typeof seconds === "number" && seconds !== 0 ? BigInt(Math.trunc(seconds)) : raisedToMinimum(settings.tokenExpirationSeconds),
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
