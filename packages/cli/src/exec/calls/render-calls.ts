import { failureLines, indented, labelled, type Palette } from "@irsa-sim/trace-views";
import { type CallGroup, type CallLog, refusalsIn } from "./call-log.js";
import type { ClientCall } from "./client-call.js";
import { describeAnswer } from "./describe-answer.js";

/** How it is written. */
export interface CallsViewOptions {
  readonly width: number;
  readonly palette: Palette;
}

const COLUMN = 34;
/** In full; others are in the list above them. */
const MAX_REFUSALS = 3;

/** What a command did, for a person: each sort of call with its answer and its principal, then each refusal with its cause. */
export function renderCalls({ groups, furtherCalls, tokens }: CallLog, options: CallsViewOptions): string {
  const { palette, width } = options;
  const total = groups.reduce((sum, { count }) => sum + count, furtherCalls);
  const refused = refusalsIn(groups);
  const head = total === 0 ? "The command called nobody" : `The command made ${total} ${total === 1 ? "call" : "calls"}, as those saw it who answered`;
  return [
    "",
    ...indented(palette.strong(head), 0, width),
    ...groups.flatMap((group) => callLines(group, options)),
    ...(furtherCalls > 0 ? indented(palette.quiet(`and ${furtherCalls} more, of other sorts`), 1, width) : []),
    ...(tokens > 1 ? indented(palette.quiet(`went on with a newer token ${tokens - 1} ${tokens === 2 ? "time" : "times"}`), 1, width) : []),
    ...refused.slice(0, MAX_REFUSALS).flatMap(({ failure, compared }) => ["", ...failureLines(failure, compared, options)]),
    ...(refused.length > MAX_REFUSALS ? ["", ...indented(palette.quiet(`and ${refused.length - MAX_REFUSALS} more sorts of refusal`), 1, width)] : []),
    "",
  ].join("\n");
}

function callLines({ call, count }: CallGroup, { width, palette }: CallsViewOptions): readonly string[] {
  const { mark, answer } = describeAnswer(call, palette);
  const often = count === 1 ? "" : ` ×${count}`;
  return labelled(`${mark} ${call.name}`, `${answer}${often}${palette.quiet(principalOf(call))}`, {
    indent: 1,
    column: COLUMN,
    width,
  });
}

function principalOf({ principal, issued }: ClientCall): string {
  if (issued !== null) return `  gave ${issued}`;
  return principal === null ? "" : `  as ${principal}`;
}
