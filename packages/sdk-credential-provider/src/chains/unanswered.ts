import type { NetworkError } from "@irsa-sim/core";
import type { Unreadable } from "../sts/read-sts-answer.js";

/** A request that got no response. */
export interface Unanswered {
  readonly method: string;
  readonly url: string;
  readonly error: NetworkError;
}

/** An answer that nobody can read. */
export interface UnreadableAnswer {
  readonly why: Unreadable;
  readonly status: number;
  readonly body: string;
}
