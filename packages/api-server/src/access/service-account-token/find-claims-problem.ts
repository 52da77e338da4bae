/**
 * What the claims of a verified token have to say, as pure rules, in the authenticator's order.
 * @see kubernetes-tokens.md, section 4, points 3 to 5
 */
import type { EpochMillis } from "@irsa-sim/core";
import { goQuoted } from "@irsa-sim/kubernetes-types";
import type { TokenClaims } from "./token-claims.js";

/** Clocks may differ by so much, each way. */
export const LEEWAY_MS = 60_000;

/** What the claims are held against. */
export interface ClaimsExpectation {
  readonly issuers: readonly string[];
  readonly wantedAudiences: readonly string[];
  /** What a token without audiences counts as being for. */
  readonly apiAudiences: readonly string[];
  readonly now: EpochMillis;
}

/** Why a token is refused; the message is Kubernetes' own. */
export interface TokenProblem {
  readonly rule: "signature" | "claims" | "issuer" | "audience" | "time" | "service-account" | "bound-object";
  readonly message: string;
}

/** The first thing wrong with issuer, audience or times; `null` for none. */
export function findClaimsProblem(claims: TokenClaims, expectation: ClaimsExpectation): TokenProblem | null {
  if (!expectation.issuers.includes(claims.iss)) return { rule: "issuer", message: `token issuer ${goQuoted(claims.iss)} is invalid` };
  if (sharedAudiences(claims, expectation).length === 0) {
    const { aud = expectation.apiAudiences } = claims;
    return { rule: "audience", message: `token audiences ${quoted(aud)} is invalid for the target audiences ${quoted(expectation.wantedAudiences)}` };
  }
  const message = findTimeProblem(claims, expectation.now);
  return message === null ? null : { rule: "time", message };
}

/** The wanted audiences that the token is for. */
export function sharedAudiences(
  { aud }: TokenClaims,
  { wantedAudiences, apiAudiences }: Pick<ClaimsExpectation, "wantedAudiences" | "apiAudiences">,
): readonly string[] {
  return wantedAudiences.filter((audience) => (aud ?? apiAudiences).includes(audience));
}

function findTimeProblem({ nbf, exp, iat }: TokenClaims, now: EpochMillis): string | null {
  if (nbf !== undefined && now + LEEWAY_MS < nbf * 1000) return "service account token is not valid yet";
  if (exp !== undefined && now - LEEWAY_MS > exp * 1000) return "service account token has expired";
  return iat !== undefined && now + LEEWAY_MS < iat * 1000 ? "service account token is issued in the future" : null;
}

/** A list as Go's `%q` writes it. */
function quoted(texts: readonly string[]): string {
  return `[${texts.map(goQuoted).join(" ")}]`;
}
