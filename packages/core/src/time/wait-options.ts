/** How a wait may end early. */
export interface WaitOptions {
  /** When it aborts, the wait is over at that instant and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}
