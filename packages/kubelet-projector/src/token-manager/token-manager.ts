/**
 * The kubelet's token cache: hands out the token it holds until its refresh point, and goes on with a valid one when asking for another fails.
 * @see kubernetes-tokens.md, section 5
 */
import { type Clock, type EpochMillis, type Random, type Span, toRfc3339 } from "@irsa-sim/core";
import { decideRefresh, drawJitterSeconds, type RefreshDecision, type TokenLifetime } from "./decide-refresh.js";
import { type ApiServerClient, type IssuedToken, requestToken, TokenRequestError, type TokenWanted } from "./request-token.js";

/** Seen with 1.36; when it began is unconfirmed. */
const KEY_HOLDS_UID_SINCE = 36;
const COLLECT_EVERY_MS = 60_000;

/** Gets tokens for volumes. */
export interface TokenManager {
  /**
   * A token that is good now: the cached one, or a new one when that is missing or past its refresh point.
   *
   * @param inFlow whether what happens belongs to steps 3 and 4, which are about the token for AWS; `true` when absent
   * @throws {TokenRequestError} when there is none and none can be had
   */
  get(wanted: TokenWanted, root: Span, inFlow?: boolean): Promise<IssuedToken>;
  /** How long the cached token lives; `null` when there is none. */
  lifetime(wanted: TokenWanted): TokenLifetime | null;
  /** Forgets the tokens of a pod that is gone. */
  forget(podUid: string): void;
  /** Forgets all: the process starts again. */
  clear(): void;
}

/** What the manager works with. */
export interface TokenManagerOptions {
  readonly client: ApiServerClient;
  readonly clock: Clock;
  readonly random: Pick<Random, "integer">;
  /** Kubernetes' minor version, 36 for 1.36. */
  readonly minorVersion: number;
}

/** Creates an empty cache. */
export function createTokenManager({ client, clock, random, minorVersion }: TokenManagerOptions): TokenManager {
  const cache = new Map<string, { readonly podUid: string; readonly token: IssuedToken }>();
  let startedAt = clock.now();
  const find = (key: string): IssuedToken | undefined => {
    const token = cache.get(key)?.token;
    return token === undefined || isCollected(token.expiresAt, startedAt, clock.now()) ? undefined : token;
  };
  return {
    async get(wanted, root, inFlow = true) {
      const key = cacheKey(wanted, minorVersion);
      const cached = find(key);
      const decision = cached === undefined ? "missing" : decideRefresh(cached, clock.now(), drawJitterSeconds(random));
      if (cached !== undefined && decision === "fresh") return cached;
      noteNeed(root.enter("Check the token", { step: inFlow ? 3 : null, actor: "kubelet" }), wanted, { decision, cached });
      try {
        const token = await requestToken({ ...client, minorVersion }, wanted, root.enter("Ask for a token", { step: inFlow ? 4 : null, actor: "kubelet" }));
        cache.set(key, { podUid: wanted.pod.uid, token });
        return token;
      } catch (error) {
        if (!(error instanceof TokenRequestError)) throw error;
        return keepOrFail(root, { key, cached, error, isExpired: cached !== undefined && clock.now() > cached.expiresAt });
      }
    },
    lifetime: (wanted) => find(cacheKey(wanted, minorVersion)) ?? null,
    forget(podUid) {
      for (const [key, entry] of cache) {
        if (entry.podUid === podUid) cache.delete(key);
      }
    },
    clear() {
      cache.clear();
      startedAt = clock.now();
    },
  };
}

/**
 * Whether the loop that collects expired entries every minute has met this one since it expired.
 *
 * @param startedAt when the loop began
 * @see kubernetes-tokens.md, section 5.4
 */
export function isCollected(expiresAt: EpochMillis, startedAt: EpochMillis, now: EpochMillis): boolean {
  const lastLoopAt = startedAt + Math.floor((now - startedAt) / COLLECT_EVERY_MS) * COLLECT_EVERY_MS;
  return lastLoopAt > expiresAt;
}

function noteNeed(span: Span, wanted: TokenWanted, found: { readonly decision: RefreshDecision | "missing"; readonly cached: IssuedToken | undefined }): void {
  span.note("kubelet.token-needed", {
    reason: found.decision,
    serviceAccount: `${wanted.namespace}/${wanted.serviceAccountName}`,
    audience: wanted.audience,
    expirationSeconds: wanted.expirationSeconds,
    ...(found.cached === undefined ? {} : { expiresAt: toRfc3339(found.cached.expiresAt) }),
  });
}

interface FailedRefresh {
  readonly key: string;
  readonly cached: IssuedToken | undefined;
  readonly error: TokenRequestError;
  readonly isExpired: boolean;
}

function keepOrFail(root: Span, { key, cached, error, isExpired }: FailedRefresh): IssuedToken {
  if (cached === undefined) throw new TokenRequestError(`failed to fetch token: ${error.message}`);
  if (isExpired) throw new TokenRequestError(`token ${key} expired and refresh failed: ${error.message}`);
  root.note("kubelet.refresh-failed", { message: `Couldn't update token: ${error.message}`, keptUntil: toRfc3339(cached.expiresAt) });
  return cached;
}

/** As the kubelet prints it in its errors. */
function cacheKey({ serviceAccountName, namespace, audience, expirationSeconds, pod }: TokenWanted, minorVersion: number): string {
  const audiences = audience === "" ? "[]string(nil)" : `[]string{"${audience}"}`;
  const reference = `v1.BoundObjectReference{Kind:"Pod", APIVersion:"v1", Name:"${pod.name}", UID:"${pod.uid}"}`;
  const uid = minorVersion >= KEY_HOLDS_UID_SINCE ? `/"${pod.uid}"` : "";
  return `"${serviceAccountName}"/"${namespace}"/${audiences}/${expirationSeconds}/${reference}${uid}`;
}
