/** Joins the two ends of an exchange within one process: the sender's span is found again by the receiver through the `traceparent` header (W3C Trace Context). */
import type { Span } from "@irsa-sim/core";

/** The header's name; it is added after signing and taken away before a handler sees the request. */
export const TRACEPARENT = "traceparent";

/** An exchange under way. */
export interface OpenCorrelation {
  readonly traceparent: string;
  /** Throws what the handler threw, so that a fault of ours is not hidden behind a status. */
  rethrow(): void;
  close(): void;
}

/** Exchanges under way, by their header. */
export interface Correlation {
  open(span: Span): OpenCorrelation;
  /** The span of the exchange, and where to leave what its handler threw; `null` for a request from elsewhere. */
  find(traceparent: string): { readonly span: Span; readonly fail: (error: unknown) => void } | null;
}

/** Creates an empty table. */
export function createCorrelation(): Correlation {
  const open = new Map<string, { readonly span: Span; failure: { readonly error: unknown } | null }>();
  let count = 0;
  return {
    open(span) {
      count += 1;
      const traceparent = `00-${count.toString(16).padStart(32, "0")}-${count.toString(16).padStart(16, "0")}-01`;
      const entry: { readonly span: Span; failure: { readonly error: unknown } | null } = { span, failure: null };
      open.set(traceparent, entry);
      return {
        traceparent,
        rethrow() {
          if (entry.failure !== null) throw entry.failure.error;
        },
        close: () => {
          open.delete(traceparent);
        },
      };
    },
    find(traceparent) {
      const entry = open.get(traceparent);
      if (entry === undefined) return null;
      return {
        span: entry.span,
        fail: (error) => {
          entry.failure = { error };
        },
      };
    },
  };
}
