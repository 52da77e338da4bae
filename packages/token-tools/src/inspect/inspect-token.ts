import { type EpochMillis, toEpochSeconds, toRfc3339 } from "@irsa-sim/core";
import type { FoundToken } from "../read/find-token.js";
import type { ReadToken } from "../read/read-token.js";
import { type ExplainedClaim, explainClaims } from "./explain-claims.js";
import { type ExplainedParameter, explainHeader } from "./explain-header.js";
import { claimWarnings } from "./warnings/claim-warnings.js";
import { foundWarnings } from "./warnings/found-warnings.js";
import { headerWarnings } from "./warnings/header-warnings.js";
import { timeWarnings } from "./warnings/time-warnings.js";
import type { TokenWarning } from "./warnings/token-warning.js";

/** A token, explained; nothing of it is verified. */
export interface TokenInspection {
  /** RFC 3339; what times are told against. */
  readonly at: string;
  /** What the token was found in; `null` when it was given by itself. */
  readonly within: string | null;
  readonly header: readonly ExplainedParameter[];
  readonly claims: readonly ExplainedClaim[];
  /** Base64url; empty for an unsigned token. */
  readonly signature: string;
  readonly warnings: readonly TokenWarning[];
}

/**
 * Explains a token as it stands, against a time.
 *
 * @param found what it was found in, and how many others stand there
 */
export function inspectToken(
  { header, claims, signature }: ReadToken,
  at: EpochMillis,
  { within, others }: Pick<FoundToken, "within" | "others"> = { within: null, others: 0 },
): TokenInspection {
  const now = toEpochSeconds(at);
  const token = { header, claims, signature, now };
  return {
    at: toRfc3339(at),
    within,
    header: explainHeader(header),
    claims: explainClaims(claims, now),
    signature,
    warnings: [...foundWarnings({ within, others }), ...[headerWarnings, claimWarnings, timeWarnings].flatMap((warn) => warn(token))],
  };
}
