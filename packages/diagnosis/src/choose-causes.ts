import type { Cause, Explanation } from "./cause.js";
import { RANKS } from "./rank.js";

/** A cause that fits a failure, and what it says of it. */
export interface FoundCause {
  readonly cause: Cause;
  readonly explanation: Explanation;
}

/** Of the causes that fit: those that no other one says more exactly, of the first rank among them, in order of the alphabet. */
export function chooseCauses(found: readonly FoundCause[]): readonly FoundCause[] {
  const exact = found.filter(({ cause }) => !found.some((other) => other.cause.narrows?.includes(cause.id)));
  const best = Math.min(...exact.map(({ cause }) => RANKS.indexOf(cause.rank)));
  return exact.filter(({ cause }) => RANKS.indexOf(cause.rank) === best).sort((a, b) => (a.cause.id < b.cause.id ? -1 : 1));
}
