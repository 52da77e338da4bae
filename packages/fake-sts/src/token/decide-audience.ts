import type { WebIdentityClaims } from "./read-claims.js";

/** Whom a token is for, and whether the provider has such a client. */
export interface AudienceDecision {
  /** `azp` when the token has one, else `aud`; `null` when `aud` names several and no `azp` chooses. */
  readonly audience: string | null;
  /** The claim that it was read from. */
  readonly claim: "azp" | "aud";
  /** `null` when the audience is one of the client ids. */
  readonly reason: "no-client-ids" | "several-audiences" | "audience-differs" | null;
}

/**
 * Decides the effective audience and compares it with the provider's client ids, byte for byte.
 *
 * @see sts-and-iam.md, section 4.4
 */
export function decideAudience({ aud, azp }: Pick<WebIdentityClaims, "aud" | "azp">, clientIds: readonly string[]): AudienceDecision {
  const claim = azp === null ? "aud" : "azp";
  const audience = azp ?? (aud.length === 1 ? (aud[0] ?? null) : null);
  if (clientIds.length === 0) return { audience, claim, reason: "no-client-ids" };
  if (audience === null) return { audience, claim, reason: "several-audiences" };
  return { audience, claim, reason: clientIds.includes(audience) ? null : "audience-differs" };
}
