import { type CheckEvent, type ExchangeEvent, type Failure, findEvent, isInside, type Step, type TraceEvent } from "@irsa-sim/core";
import { diagnose, diagnoseOwnError } from "@irsa-sim/diagnosis";
import type { Refusal } from "@irsa-sim/simulation";
import { WindowError } from "./window-error.js";

/**
 * Finds, in the trace, where and why a refusal arose: the last refused exchange that the action itself sent, and the failed check of the actor that answered it.
 *
 * @param refusal what the caller was told
 * @throws {WindowError} when the action is no longer kept
 */
export function findFailure(events: readonly TraceEvent[], refusal: Refusal): Failure {
  const action = findEvent(events, refusal.action);
  if (action === null) throw new WindowError(`${refusal.code}: ${refusal.message}`);
  const exchange = events.findLast(
    (event): event is ExchangeEvent => event.kind === "exchange" && isRefused(event) && isInside(events, event, action) && !isNested(events, event),
  );
  const check = exchange === undefined ? null : findFailedCheck(events, exchange);
  const diagnosis = check === null ? diagnoseOwnError({ events, told: refusal, action: refusal.action }) : diagnose({ events, check });
  return {
    step: check?.step ?? exchange?.step ?? lastStep(events, action),
    code: refusal.code,
    status: refusal.status,
    message: refusal.message,
    cause: diagnosis?.cause ?? null,
    check: check?.check ?? null,
    expected: check?.expected.value ?? null,
    actual: check?.actual.value ?? null,
    expectedFrom: check?.expected.from ?? null,
    actualFrom: check?.actual.from ?? null,
    because: diagnosis?.because ?? check?.title ?? null,
    fix: diagnosis?.fix ?? null,
    event: check?.seq ?? exchange?.seq ?? null,
  };
}

/** Sent by an actor while it answered somebody else: a refusal there is a cause, not what the caller met. */
function isNested(events: readonly TraceEvent[], exchange: ExchangeEvent): boolean {
  return events.some((event) => event.kind === "exchange" && isInside(events, exchange, event));
}

/** A redirect too is an answer that its caller cannot use: nobody here follows one. */
function isRefused(exchange: ExchangeEvent): boolean {
  return exchange.failure !== null || (exchange.response !== null && exchange.response.status >= 300);
}

/** The last one: an actor may record a first try that failed before another that passed. */
function findFailedCheck(events: readonly TraceEvent[], exchange: ExchangeEvent): CheckEvent | null {
  return (
    events.findLast(
      (event): event is CheckEvent => event.kind === "check" && !event.passed && event.actor === exchange.to && isInside(events, event, exchange),
    ) ?? null
  );
}

/** Where the flow stood when nobody was asked: an SDK that cannot read its token file refuses in step 6 by itself. */
function lastStep(events: readonly TraceEvent[], action: TraceEvent): Step {
  return events.findLast((event) => event.step !== null && (event === action || isInside(events, event, action)))?.step ?? 0;
}
