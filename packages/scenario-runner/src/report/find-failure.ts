import { type Failure, findEvent, isInside, type Step, type TraceEvent } from "@irsa-sim/core";
import { diagnose, viewFailure } from "@irsa-sim/diagnosis";
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
  const view = viewFailure(events, { told: refusal, action: refusal.action });
  const { check, exchange } = view;
  const diagnosis = diagnose(view);
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
    because: diagnosis?.because ?? null,
    fix: diagnosis?.fix ?? null,
    edits: diagnosis?.edits ?? [],
    isFixTried: false,
    also: (diagnosis?.also ?? []).map(({ cause, because, fix }) => ({ cause, because, fix })),
    event: check?.seq ?? exchange?.seq ?? null,
    subject: view.subject,
  };
}

/** Where the flow stood when nobody was asked: an SDK that cannot read its token file refuses in step 6 by itself. */
function lastStep(events: readonly TraceEvent[], action: TraceEvent): Step {
  return events.findLast((event) => event.step !== null && (event === action || isInside(events, event, action)))?.step ?? 0;
}
