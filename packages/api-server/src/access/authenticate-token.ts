/** Who a bearer token stands for: the token file, then service accounts. */
import { addMillis, type Clock, type EpochMillis, type Span } from "@irsa-sim/core";
import type { ObjectStore } from "../storage/object-store.js";
import { checkServiceAccountToken } from "./service-account-token/check-service-account-token.js";
import type { ServiceAccountTokens } from "./service-account-token/service-account-tokens.js";
import type { TokenOutcome } from "./token-outcome.js";
import type { StaticToken } from "./user.js";

/** Authenticates a token for the wanted audiences; none stand for the API server's own. */
export type AuthenticateToken = (token: string, wantedAudiences: readonly string[], span: Span) => Promise<TokenOutcome>;

/** What tokens are known by. */
export interface TokenAuthenticatorOptions {
  readonly tokens: readonly StaticToken[];
  /** Absent where tokens of service accounts are not accepted. */
  readonly serviceAccountTokens: ServiceAccountTokens | undefined;
  readonly store: ObjectStore;
  readonly clock: Clock;
}

/** What is said of a token that nobody recognises, and before the reason of one that somebody does. */
export const UNKNOWN_TOKEN = "invalid bearer token";

/** So long a success counts without being checked again; failures are not kept. */
const CACHE_MS = 10_000;

/**
 * Creates the authenticator.
 *
 * @see kubernetes-tokens.md, section 4
 */
export function createTokenAuthenticator({ tokens, serviceAccountTokens, store, clock }: TokenAuthenticatorOptions): AuthenticateToken {
  const successes = new Map<string, { readonly outcome: TokenOutcome; readonly until: EpochMillis }>();
  const apiAudiences = serviceAccountTokens?.apiAudiences ?? [];
  return async (token, sent, span) => {
    const wanted = sent.length === 0 ? apiAudiences : sent;
    const known = tokens.find((candidate) => candidate.token === token);
    if (known !== undefined) return ofTokenFile(known, wanted, apiAudiences);
    const key = JSON.stringify([token, wanted]);
    const kept = successes.get(key);
    if (kept !== undefined && clock.now() < kept.until) return kept.outcome;
    const outcome = serviceAccountTokens && (await checkServiceAccountToken(token, wanted, { options: serviceAccountTokens, store, clock, span }));
    if (!outcome) return { problem: UNKNOWN_TOKEN };
    if ("problem" in outcome) return { problem: `[${UNKNOWN_TOKEN}, ${outcome.problem}]` };
    successes.set(key, { outcome, until: addMillis(clock.now(), CACHE_MS) });
    return outcome;
  };
}

/** A token of the file says nothing of audiences, so it is for the API server's. */
function ofTokenFile({ name, uid, groups }: StaticToken, wanted: readonly string[], apiAudiences: readonly string[]): TokenOutcome {
  const audiences = wanted.filter((audience) => apiAudiences.includes(audience));
  return wanted.length > 0 && audiences.length === 0 ? { problem: UNKNOWN_TOKEN } : { user: { name, uid, groups }, audiences };
}
