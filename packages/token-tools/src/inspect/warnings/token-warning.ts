import type { EpochSeconds, JsonObject } from "@irsa-sim/core";

/** Something about a token that people should know before they go on. */
export interface TokenWarning {
  /** Stable id. */
  readonly id: string;
  /** One sentence, with the token's values. */
  readonly says: string;
}

/** What a rule looks at. */
export interface WarningContext {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** Base64url. */
  readonly signature: string;
  readonly now: EpochSeconds;
}
