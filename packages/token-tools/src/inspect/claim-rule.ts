import type { EpochSeconds, Json, JsonObject } from "@irsa-sim/core";

/** What a sentence about a claim may depend on. */
export interface ClaimContext {
  readonly now: EpochSeconds;
  /** Of the whole token. */
  readonly claims: JsonObject;
}

/** What is known of one claim. */
export interface ClaimRule {
  /** Its name, and that of a member. */
  readonly path: readonly string[];
  /** One sentence, with the value in words. */
  readonly explain: (value: Json, context: ClaimContext) => string;
  /** The checks of STS that read it, by id. */
  readonly readBy?: readonly string[];
  /** What follows the issuer and a colon in a trust policy's condition. */
  readonly conditionKey?: string;
}
