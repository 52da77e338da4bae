/**
 * Identities from the ConfigMap `pod-identity-webhook`: its key `config` holds JSON from `namespace/name` to an entry.
 * Differs from the webhook: what would end its process, again and again (a key without a slash, an entry that is null), is told, and what stands behind it left out.
 * @see webhook.md, section 11; real-control-plane.md
 */
import { DecodingError } from "@irsa-sim/kubernetes-types";
import type { IdentityEntry } from "../identity/identity-entry.js";
import type { WebhookSettings } from "../settings.js";
import { raisedToMinimum } from "../values/raised-to-minimum.js";
import { readConfig, type WrittenEntry } from "./read-config.js";

/** Name of the ConfigMap that is watched. */
export const CONFIG_MAP_NAME = "pod-identity-webhook";

/** What the versions of the ConfigMap have said. */
export interface ConfigMapCache {
  /**
   * Takes in a version of the ConfigMap.
   *
   * @returns what is wrong with it, as the webhook's log has it
   */
  load(data: Readonly<Record<string, string>>): string | null;
  /** The ConfigMap is gone: its entries stay, and the next version has none before it. */
  forget(): void;
  clear(): void;
  /** `null` when no entry is for this service account. */
  find(namespace: string, name: string): IdentityEntry | null;
}

/** Creates an empty cache. */
export function createConfigMapCache(settings: WebhookSettings): ConfigMapCache {
  const entries = new Map<string, IdentityEntry>();
  let before: string | null = null;
  const set = (key: string, entry: WrittenEntry | null): string | null => {
    // Of a key with more than two parts only the first two count.
    const [namespace, name] = key.split("/");
    if (entry === null) return "panic: runtime error: invalid memory address or nil pointer dereference";
    if (name === undefined) return "panic: runtime error: index out of range [1] with length 1";
    const { roleArn, audience, useRegionalSts, tokenExpirationSeconds } = entry;
    entries.set(`${namespace}/${name}`, {
      ...{ roleArn, audience, stsRegionalEndpoint: useRegionalSts },
      tokenExpirationSeconds: tokenExpirationSeconds === 0n ? raisedToMinimum(settings.tokenExpirationSeconds) : tokenExpirationSeconds,
    });
    return null;
  };
  return {
    load({ config = "" }) {
      const old = before;
      before = config;
      const written = readOr("new", config);
      if (typeof written === "string") return written;
      for (const [key, entry] of written) {
        const problem = set(key, entry);
        if (problem !== null) return problem;
      }
      // After a version that could not be read nothing is dropped, since nobody knows what it dropped.
      const dropped = old === null ? new Map<string, null>() : readOr("old", old);
      if (typeof dropped === "string") return dropped;
      for (const key of dropped.keys()) if (!written.has(key)) entries.delete(key.split("/").slice(0, 2).join("/"));
      return null;
    },
    forget: () => {
      before = null;
    },
    clear: () => entries.clear(),
    find: (namespace, name) => entries.get(`${namespace}/${name}`) ?? null,
  };
}

/** The entries, or what the webhook says of a version that it cannot read. */
function readOr(which: "new" | "old", config: string): ReadonlyMap<string, WrittenEntry | null> | string {
  try {
    return readConfig(config);
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    return `failed to unmarshal ${which} config ${JSON.stringify(config)}: ${error.message}`;
  }
}
