/**
 * The grace period: a pod whose service account is not known waits for it, while the API server is asked once.
 * Differs from the webhook: the cache is looked at every few milliseconds instead of waking up with it.
 * @see webhook.md, section 4.4
 */
import { addMillis, type Clock, type Span } from "@irsa-sim/core";
import type { ServiceAccountCache } from "../caches/service-account-cache.js";

/** Asks the API server for a service account's annotations; `null` when it has none of that name. */
export type FetchServiceAccount = (namespace: string, name: string, span: Span) => Promise<Readonly<Record<string, string>> | null>;

/** Lets a pod wait; whether the service account has come in is for the cache to say. */
export type AwaitServiceAccount = (namespace: string, name: string, span: Span) => Promise<void>;

/** What waiting needs. */
export interface AwaitOptions {
  readonly cache: ServiceAccountCache;
  readonly fetch: FetchServiceAccount;
  readonly clock: Clock;
  /** 0 for not at all. */
  readonly gracePeriodMs: number;
}

const LOOK_EVERY_MS = 10;

/** Creates the wait; a service account that the API server did not have is not asked for again until the watch has delivered it. */
export function createAwaitServiceAccount({ cache, fetch, clock, gracePeriodMs }: AwaitOptions): AwaitServiceAccount {
  const asked = new Set<string>();
  return async (namespace, name, span) => {
    if (gracePeriodMs <= 0) return;
    const deadline = addMillis(clock.now(), gracePeriodMs);
    const key = `${namespace}/${name}`;
    if (!asked.has(key)) {
      asked.add(key);
      const annotations = await fetch(namespace, name, span);
      if (annotations !== null) cache.set(namespace, name, annotations);
    }
    while (cache.find(namespace, name) === null && clock.now() < deadline) await clock.sleep(Math.min(LOOK_EVERY_MS, deadline - clock.now()));
    if (cache.find(namespace, name) !== null) asked.delete(key);
  };
}
