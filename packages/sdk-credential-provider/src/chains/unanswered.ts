import type { NetworkError } from "@irsa-sim/core";

/** A request that got no response. */
export interface Unanswered {
  readonly method: string;
  readonly url: string;
  readonly error: NetworkError;
}
