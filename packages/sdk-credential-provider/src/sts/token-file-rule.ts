/** How the token file is read; it is read anew for each call of STS. */
export interface TokenFileRule {
  /** What of the file goes on the wire. */
  readonly content: "all" | "first-line";
  /** What is worth another read; an empty file that is not named here is sent as it is. */
  readonly retriesOn?: "unreadable" | "empty";
  /** Reads in all before the SDK gives up. */
  readonly reads: number;
  /** Milliseconds after the read `attempt`, counted from 1. */
  readonly pauseMs: (attempt: number) => number;
}

/** Read once, as it is. */
export const READ_ONCE: TokenFileRule = { content: "all", reads: 1, pauseMs: () => 0 };
