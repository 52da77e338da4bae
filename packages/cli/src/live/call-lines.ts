import type { Actor, EpochMillis } from "@irsa-sim/core";
import { failureLines, labelled, type Palette } from "@irsa-sim/trace-views";
import type { ClientCall } from "../exec/calls/client-call.js";
import { describeAnswer } from "../exec/calls/describe-answer.js";

/** How a call is written. */
export interface CallLinesOptions {
  readonly width: number;
  readonly palette: Palette;
}

/** A call, when it was answered, and by whom it was made. */
export interface TimedCall {
  readonly call: ClientCall;
  readonly at: EpochMillis;
  readonly from: Actor;
  /** `namespace/name` of the pod whose credentials or token it has; `null` where that is not known. */
  readonly pod: string | null;
}

const COLUMN = 44;

/** One call of a client as it comes in, for a terminal: its answer and its principal, and why it was refused. */
export function callLines({ call, at, from, pod }: TimedCall, { width, palette }: CallLinesOptions): readonly string[] {
  const { name, principal, issued, decided, refusal } = call;
  const time = new Date(at).toISOString().slice(11, 19);
  const { mark, answer } = describeAnswer(call, palette);
  const who = decided ?? (issued !== null ? `gave ${issued}` : principal !== null ? `as ${principal}` : (pod ?? from));
  const line = labelled(`${palette.quiet(time)} ${mark} ${name}`, `${answer}  ${palette.quiet(who)}`, {
    indent: 1,
    column: COLUMN,
    width,
  });
  return refusal === null ? line : [...line, ...failureLines(refusal.failure, refusal.compared, { width, palette }), ""];
}
