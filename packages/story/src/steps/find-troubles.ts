import type { CheckEvent, Step } from "@irsa-sim/core";
import type { Arrow } from "../arrow.js";
import type { StepView } from "./step-view.js";

/** Something that went wrong in a step. */
export interface Trouble {
  readonly seq: number;
  readonly decidedIn: Step | null;
  /** Whether the same succeeded later, or the call that it was part of succeeded in spite of it. */
  readonly isOvercome: boolean;
}

/** Finds the calls of a step that were refused, and the checks in it that failed. */
export function findTroubles({ step, own, arrows, allArrows, events }: StepView): readonly Trouble[] {
  const checks = events.filter((event): event is CheckEvent => event.kind === "check");
  const ofArrows = arrows.flatMap((arrow): readonly Trouble[] => {
    if (arrow.refusal === null) return [];
    const succeeded = allArrows.some(({ seq, name, to, refusal }) => seq > arrow.seq && name === arrow.name && to === arrow.to && refusal === null);
    return [{ seq: arrow.seq, decidedIn: arrow.refusal.decidedIn, isOvercome: succeeded || isInSuccess(arrow.within, allArrows) }];
  });
  const ofChecks = own.flatMap((event): readonly Trouble[] => {
    if (event.kind !== "check" || event.passed) return [];
    const passed = checks.some(({ seq, check, passed }) => seq > event.seq && check === event.check && passed);
    return [{ seq: event.seq, decidedIn: step, isOvercome: passed || isInSuccess(event.parent === null ? null : innermost(event.seq, allArrows), allArrows) }];
  });
  return [...ofArrows, ...ofChecks].sort((a, b) => a.seq - b.seq);
}

/** Whether an exchange, or one that it was sent within, succeeded: whoever asked got what they asked for. */
function isInSuccess(seq: number | null, arrows: readonly Arrow[]): boolean {
  const arrow = seq === null ? undefined : arrows.find((one) => one.seq === seq);
  return arrow !== undefined && (arrow.refusal === null || isInSuccess(arrow.within, arrows));
}

/** `seq` of the innermost exchange during which something happened. */
function innermost(seq: number, arrows: readonly Arrow[]): number | null {
  return arrows.findLast((arrow) => arrow.seq < seq && arrow.endSeq !== null && arrow.endSeq > seq)?.seq ?? null;
}
