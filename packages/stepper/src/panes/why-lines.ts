import { cleanLine, fixLabel } from "@irsa-sim/trace-views";
import { field } from "./field.js";
import type { PaneContext } from "./pane-context.js";
import { prose } from "./prose.js";

/** Why the step exists, and what is missing in it; where the run ended here, first what AWS says, what is behind it and what mends it. */
export function whyLines(context: PaneContext): readonly string[] {
  const { step, palette } = context;
  const why = [...prose(step.title, context).map((line) => palette.strong(line)), "", ...prose(step.why, context)];
  if (context.isBlind) return why;
  const failure = failureLines(context);
  return failure.length > 0 ? [...failure, "", ...why] : [...why, ...missingLines(context), ...warningLines(context)];
}

function missingLines({ step: { missing, outcome, stoppedBy }, palette, width }: PaneContext): readonly string[] {
  const stopped = outcome === "stopped" && stoppedBy !== null ? ["", ...prose(`What this step sent is refused in step ${stoppedBy}.`, { width })] : [];
  if (missing.length === 0) return stopped;
  return [...stopped, "", ...missing.flatMap((what) => prose(`– did not happen: ${what}`, { width })).map((line) => palette.quiet(line))];
}

function failureLines(context: PaneContext): readonly string[] {
  const { played, step, palette } = context;
  const { failure } = played.story.report;
  if (failure === null || failure.step !== step.step) return [];
  const { status, code, message, cause, because, fix, expected, actual } = failure;
  return [
    ...field("AWS says", `${[status, code].filter((part) => part !== null).join(" ")}  ${message}`, context, { column: 11 }).map((line) => palette.bad(line)),
    "",
    ...(because === null ? [] : [...field("Because", `${cause ?? ""}: ${because}`, context, { column: 11 })]),
    ...(expected === null ? [] : field("expected", expected, context, { column: 11 })),
    ...(actual === null ? [] : field("actual", actual, context, { column: 11 })),
    ...failure.also.flatMap((one) => field("And", `${one.cause}: ${one.because}`, context, { column: 11 })),
    ...(fix === null ? [] : ["", ...field(fixLabel(failure), fix, context, { column: 11 })]),
  ];
}

/** What nobody was refused for stands at the last step, where all went well. */
function warningLines(context: PaneContext): readonly string[] {
  const { played, step, palette } = context;
  if (step.step !== 9) return [];
  return played.story.report.warnings.flatMap(({ cause, because, fix }) => [
    "",
    palette.strong(`Beware     ${cleanLine(cause)}`),
    ...prose(because, context, 2),
    ...field("Look at", fix, context, { indent: 2, column: 9 }),
  ]);
}
