import { type Clock, type EpochMillis, toRfc3339 } from "@irsa-sim/core";
import type { ProviderInput } from "../providers/provider.js";
import type { TokenRead } from "../sts/read-token.js";
import type { CredentialHabits } from "./credential-habits.js";

/** Hands out the token that the app keeps, or reads the file anew for each exchange, as the SDKs do by themselves. */
export type TakeToken = (input: Pick<ProviderInput, "span">, read: () => Promise<TokenRead>) => Promise<TokenRead>;

/** Creates the app's way to its token. */
export function createTakeToken({ keeps }: CredentialHabits, clock: Clock): TakeToken {
  let kept: { readonly token: TokenRead; readonly readAt: EpochMillis } | null = null;
  return async ({ span }, read) => {
    if (kept !== null) {
      span.note("app.token-reused", { readAt: toRfc3339(kept.readAt) });
      return kept.token;
    }
    const token = await read();
    if (keeps === "token" && "text" in token) kept = { token, readAt: clock.now() };
    return token;
  };
}
