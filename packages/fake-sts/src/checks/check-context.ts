/**
 * What the checks pass on: each takes what the ones before it found and adds its own, so a check can only stand where its input exists.
 * @see sts-and-iam.md, section 3.1
 */
import { type CheckRecord, extend, type HttpRequest, type Span } from "@irsa-sim/core";
import type { QueryRequest } from "@irsa-sim/iam";
import type { Sts } from "../sts-options.js";
import type { StsFault } from "../wire/sts-fault.js";

/** What the first check starts from. */
export interface CheckContext {
  readonly sts: Sts;
  readonly request: HttpRequest;
  readonly query: QueryRequest;
  /** Where the checks record; its actor is STS. */
  readonly span: Span;
}

type Outcome = Omit<CheckRecord, "passed" | "reason">;

/** Records that a check passed. */
export function pass({ span }: CheckContext, outcome: Outcome): void {
  span.check(extend(outcome, { passed: true }));
}

/**
 * Records that a check failed.
 *
 * @returns what to throw: `fault`
 */
export function fail({ span }: CheckContext, outcome: Outcome & { readonly reason: string }, fault: StsFault): StsFault {
  span.check(extend(outcome, { passed: false }));
  return fault;
}
