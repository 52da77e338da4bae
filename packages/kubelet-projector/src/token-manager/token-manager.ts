/**
 * The kubelet's token cache: hands out the token it holds until its refresh point, and goes on with a valid one when asking for another fails.
 * Leaves out: the collection of expired entries every 60 s; an expired entry is told apart when it is asked for.
 * @see kubernetes-tokens.md, section 5
 */
import { type Clock, type Random, type Span, toRfc3339 } from "@irsa-sim/core";
import { decideRefresh, type RefreshDecision } from "./decide-refresh.js";
import { type ApiServerClient, type IssuedToken, requestToken, TokenRequestError, type TokenWanted } from "./request-token.js";

const MAX_JITTER_SECONDS = 9;

/** Gets tokens for volumes. */
export interface TokenManager {
  /**
   * A token that is good now: the cached one, or a new one when that is missing or past its refresh point.
   *
   * @throws {TokenRequestError} when there is none and none can be had
   */
  get(wanted: TokenWanted, root: Span): Promise<IssuedToken>;
  /** Forgets the tokens of a pod that is gone. */
  forget(podUid: string): void;
}

/** What the manager works with. */
export interface TokenManagerOptions {
  readonly client: ApiServerClient;
  readonly clock: Clock;
  readonly random: Random;
}

/** Creates an empty cache. */
export function createTokenManager({ client, clock, random }: TokenManagerOptions): TokenManager {
  const cache = new Map<string, { readonly podUid: string; readonly token: IssuedToken }>();
  return {
    async get(wanted, root) {
      const key = cacheKey(wanted);
      const cached = cache.get(key)?.token;
      const decision = cached === undefined ? "missing" : decideRefresh(cached, clock.now(), random.integer(0, MAX_JITTER_SECONDS));
      if (cached !== undefined && decision === "fresh") return cached;
      noteNeed(root, wanted, { decision, cached });
      try {
        const token = await requestToken(client, wanted, root.enter("Ask for a token", { step: 4, actor: "kubelet" }));
        cache.set(key, { podUid: wanted.pod.uid, token });
        return token;
      } catch (error) {
        if (!(error instanceof TokenRequestError)) throw error;
        return keepOrFail(root, { key, cached, error, isExpired: cached !== undefined && clock.now() > cached.expiresAt });
      }
    },
    forget(podUid) {
      for (const [key, entry] of cache) {
        if (entry.podUid === podUid) cache.delete(key);
      }
    },
  };
}

function noteNeed(root: Span, wanted: TokenWanted, found: { readonly decision: RefreshDecision | "missing"; readonly cached: IssuedToken | undefined }): void {
  root.enter("Check the token", { step: 3, actor: "kubelet" }).note("kubelet.token-needed", {
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
function cacheKey({ serviceAccountName, namespace, audience, expirationSeconds, pod }: TokenWanted): string {
  const audiences = audience === "" ? "[]string(nil)" : `[]string{"${audience}"}`;
  return `"${serviceAccountName}"/"${namespace}"/${audiences}/${expirationSeconds}/v1.BoundObjectReference{Kind:"Pod", APIVersion:"v1", Name:"${pod.name}", UID:"${pod.uid}"}`;
}
