import { addMillis, type Clock, type EpochMillis, type Random } from "@irsa-sim/core";

/** The session tokens that the metadata service has issued. */
export interface MetadataTokens {
  issue(ttlSeconds: number): string;
  /** Whether the token was issued here and lives. */
  isGood(token: string): boolean;
  /** How many are remembered: those that live, and as many more at most. */
  readonly size: number;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Below so many nobody looks for expired ones. */
const FEW = 64;

/** Creates an empty store; an expired token is forgotten when the store has doubled since it was last tidied. */
export function createMetadataTokens({ clock, random }: { readonly clock: Clock; readonly random: Random }): MetadataTokens {
  const expiries = new Map<string, EpochMillis>();
  let tidyAt = FEW;
  const tidy = (): void => {
    for (const [token, expiresAt] of expiries) if (expiresAt <= clock.now()) expiries.delete(token);
    tidyAt = Math.max(FEW, 2 * expiries.size);
  };
  return {
    issue(ttlSeconds) {
      if (expiries.size >= tidyAt) tidy();
      const token = `${random.text(54, ALPHABET)}==`;
      expiries.set(token, addMillis(clock.now(), ttlSeconds * 1000));
      return token;
    },
    isGood: (token) => (expiries.get(token) ?? 0) > clock.now(),
    get size() {
      return expiries.size;
    },
  };
}
