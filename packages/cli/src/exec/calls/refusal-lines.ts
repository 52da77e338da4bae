import { failureLines, indented, type Palette } from "@irsa-sim/trace-views";
import { type CallLog, refusalsIn } from "./call-log.js";
import { roleOf } from "./role-of.js";

/** More causes than a reader takes in at once. */
const MAX_REFUSALS = 10;

/** Each sort of refusal as a whole, once for all clients that met it: what was said, its cause, what was compared, and what mends it. */
export function refusalLines(
  { sorts }: Pick<CallLog, "sorts">,
  { width, palette, isVerbose }: { readonly width: number; readonly palette: Palette; readonly isVerbose: boolean },
): readonly string[] {
  const blocks = new Map<string, readonly string[]>();
  for (const { call } of sorts) {
    const [refusal] = refusalsIn([{ call }]);
    const key = JSON.stringify([call.name, call.to, roleOf(call.principal), refusal?.failure.code, refusal?.failure.cause]);
    if (refusal !== undefined && !blocks.has(key)) blocks.set(key, failureLines(refusal.failure, refusal.compared, { width, palette }));
  }
  const all = [...blocks.values()];
  const shown = isVerbose ? all : all.slice(0, MAX_REFUSALS);
  const further = all.length - shown.length;
  return [
    ...shown.flatMap((lines) => ["", ...lines]),
    ...(further > 0
      ? ["", ...indented(palette.quiet(`and ${further} more ${further === 1 ? "cause" : "causes"} of refusals; --verbose shows each`), 1, width)]
      : []),
  ];
}
