import { type EpochMillis, toEpochSeconds, toRfc3339 } from "@irsa-sim/core";
import type { ReadToken } from "../read/read-token.js";
import { type ExplainedClaim, explainClaims } from "./explain-claims.js";
import { type ExplainedParameter, explainHeader } from "./explain-header.js";
import { claimWarnings } from "./warnings/claim-warnings.js";
import { headerWarnings } from "./warnings/header-warnings.js";
import { timeWarnings } from "./warnings/time-warnings.js";
import type { TokenWarning } from "./warnings/token-warning.js";

/** A token, explained; nothing of it is verified. */
export interface TokenInspection {
  /** RFC 3339; what times are told against. */
  readonly at: string;
  readonly header: readonly ExplainedParameter[];
  readonly claims: readonly ExplainedClaim[];
  /** Base64url; empty for an unsigned token. */
  readonly signature: string;
  readonly warnings: readonly TokenWarning[];
}

/** Explains a token as it stands, against a time. */
export function inspectToken({ header, claims, signature }: ReadToken, at: EpochMillis): TokenInspection {
  const now = toEpochSeconds(at);
  const token = { header, claims, signature, now };
  return {
    at: toRfc3339(at),
    header: explainHeader(header),
    claims: explainClaims(claims, now),
    signature,
    warnings: [headerWarnings, claimWarnings, timeWarnings].flatMap((warn) => warn(token)),
  };
}
