import { type Clock, type EpochMillis, toRfc3339 } from "@irsa-sim/core";
import type { TokenRead } from "../sts/token-read.js";
import type { CredentialHabits } from "./credential-habits.js";
import type { TakeToken } from "./take-token.js";

/** Creates the app's way to its token. */
export function createTakeToken({ keeps }: CredentialHabits, clock: Clock): TakeToken {
  let kept: { readonly token: TokenRead; readonly readAt: EpochMillis } | null = null;
  return async (span, read) => {
    if (kept !== null) {
      span.note("app.token-reused", { readAt: toRfc3339(kept.readAt) });
      return kept.token;
    }
    const token = await read();
    if (keeps === "token" && "text" in token) kept = { token, readAt: clock.now() };
    return token;
  };
}
