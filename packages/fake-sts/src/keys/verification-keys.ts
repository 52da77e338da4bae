/**
 * The issuers' public keys as STS keeps them: fetched when needed, kept for a while on the simulator's clock, fetched anew for a `kid` that is not among them.
 * Leaves out: rate limits on the issuer's side; one fetch for several callers at the same time.
 * @see sts-and-iam.md, section 4.3, which marks AWS's own times as unpublished
 */
import { addMillis, type Clock, type EpochMillis, type Network, type Span } from "@irsa-sim/core";
import type { OpenIdConnectProvider } from "@irsa-sim/iam";
import type { TrustGround } from "./decide-issuer-trust.js";
import { fetchKeySet, type KeySet } from "./fetch-key-set.js";
import { findKeyDefect } from "./find-key-defect.js";
import { importKey } from "./import-key.js";
import type { KeyProblem } from "./key-problem.js";
import { describeWanted, selectKey, type WantedKey } from "./select-key.js";

/** Kept this long when the issuer says nothing, in seconds. */
const DEFAULT_TTL_SECONDS = 300;
/** Never kept longer, whatever the issuer says, in seconds; Kubernetes says 3600. */
const MAX_TTL_SECONDS = 3600;
/** Pause between two fetches for unknown `kid`s, in seconds. */
const REFETCH_FLOOR_SECONDS = 30;

/** A key, ready to verify with. */
export interface VerificationKey {
  readonly key: CryptoKey;
  /** Where it was published. */
  readonly url: string;
  /** Why the connection over which it came was trusted. */
  readonly trust: TrustGround;
}

/** Finds the key that signed a token. */
export interface VerificationKeys {
  /** Of how many providers keys are kept. */
  readonly size: number;
  find(provider: OpenIdConnectProvider, wanted: WantedKey, span: Span): Promise<VerificationKey | { readonly problem: KeyProblem }>;
}

interface Entry {
  readonly keySet: KeySet;
  readonly freshUntil: EpochMillis;
  /** From here on an unknown `kid` may cause a fetch again. */
  readonly refetchFrom: EpochMillis;
}

/** Creates an empty cache of keys: one entry per provider, forgotten when its time is over and another provider's keys come in. */
export function createVerificationKeys(options: {
  readonly network: Network;
  readonly clock: Clock;
  readonly publicAnchors: readonly string[];
}): VerificationKeys {
  const { clock } = options;
  const entries = new Map<string, Entry>();

  function forgetExpired(): void {
    const now = clock.now();
    for (const [arn, { freshUntil, refetchFrom }] of entries) if (now >= freshUntil && now >= refetchFrom) entries.delete(arn);
  }

  async function fetchAnew(provider: OpenIdConnectProvider, refetchFrom: EpochMillis, span: Span): Promise<KeySet | { readonly problem: KeyProblem }> {
    const keySet = await fetchKeySet(options, provider, span);
    if ("problem" in keySet) return keySet;
    forgetExpired();
    const ttlSeconds = Math.min(keySet.maxAgeSeconds ?? DEFAULT_TTL_SECONDS, MAX_TTL_SECONDS);
    entries.set(provider.arn, { keySet, freshUntil: addMillis(clock.now(), ttlSeconds * 1000), refetchFrom });
    const { passedOver } = keySet;
    const kids = keySet.keys.map(({ kid }) => kid);
    span.note("sts.jwks-fetched", { url: keySet.url, kids, ttlSeconds, ...(passedOver.length === 0 ? {} : { passedOver }) });
    return keySet;
  }

  async function fetchForUnknownKid(provider: OpenIdConnectProvider, entry: Entry, span: Span): Promise<KeySet | { readonly problem: KeyProblem }> {
    const refetchFrom = addMillis(clock.now(), REFETCH_FLOOR_SECONDS * 1000);
    entries.set(provider.arn, { ...entry, refetchFrom });
    return fetchAnew(provider, refetchFrom, span);
  }

  return {
    get size() {
      return entries.size;
    },
    async find(provider, wanted, span) {
      const entry = entries.get(provider.arn);
      if (entry === undefined || clock.now() >= entry.freshUntil) {
        span.note("sts.jwks-cache", { outcome: entry === undefined ? "miss" : "expired" });
        return useKey(await fetchAnew(provider, entry?.refetchFrom ?? clock.now(), span), wanted);
      }
      const found = selectKey(entry.keySet.keys, wanted, entry.keySet.url);
      const unknown = "problem" in found && found.problem.reason === "unknown-kid";
      const mayFetch = clock.now() >= entry.refetchFrom;
      span.note("sts.jwks-cache", { outcome: !unknown ? "hit" : mayFetch ? "unknown-kid" : "unknown-kid-too-soon" });
      return useKey(unknown && mayFetch ? await fetchForUnknownKid(provider, entry, span) : entry.keySet, wanted);
    },
  };
}

async function useKey(keySet: KeySet | { readonly problem: KeyProblem }, wanted: WantedKey): Promise<VerificationKey | { readonly problem: KeyProblem }> {
  if ("problem" in keySet) return keySet;
  const found = selectKey(keySet.keys, wanted, keySet.url);
  if ("problem" in found) return found;
  const defect = findKeyDefect(found.key.jwk);
  const key = defect === null ? await importKey(found.key, wanted.algorithm) : null;
  if (key !== null) return { key, url: keySet.url, trust: keySet.trust };
  return {
    problem: {
      reason: "key-unusable",
      expected: describeWanted(wanted),
      actual: { value: defect ?? "not a usable public key", from: { file: keySet.url, pointer: "/keys" } },
    },
  };
}
