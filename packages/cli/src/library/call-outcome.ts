import type { Failure } from "@irsa-sim/core";

/** What became of a call. */
export interface CallOutcome {
  /** The ARN that the call was made as; `null` where it got no further than to ask for credentials. */
  readonly principal: string | null;
  /** Why it was refused, with the check that failed and what would mend it; `null` when it succeeded. */
  readonly failure: Failure | null;
}
