import type { CheckEvent, Finding } from "@irsa-sim/core";
import { cleanLine, indented } from "@irsa-sim/trace-views";
import { differingPart } from "./differing-part.js";
import { field } from "./field.js";
import type { PaneContext } from "./pane-context.js";
import { prose } from "./prose.js";

/** The step's checks in order: those that were made by now with how they came out, the others waiting. */
export function checkLines(context: PaneContext): readonly string[] {
  const { step, palette } = context;
  if (context.isBlind) return prose("What was checked is hidden until you have predicted how it ends.", context).map((line) => palette.quiet(line));
  if (step.checks.length === 0) return prose("Nobody checks anything in this step.", context);
  return step.checks.flatMap((check) => linesOf(check, context));
}

function linesOf(check: CheckEvent, context: PaneContext): readonly string[] {
  const { palette, width, here } = context;
  if (check.seq > here.until) return indented(palette.quiet(`· ${cleanLine(check.title)}`), 0, width);
  if (check.passed) {
    const value = check.actual.value === "" ? "" : palette.quiet(`  ${cleanLine(check.actual.value)}`);
    return indented(`${palette.good("✔")} ${cleanLine(check.title)}${value}`, 0, width);
  }
  const differing = differingPart(check.expected.value, check.actual.value);
  return [
    ...indented(`${palette.bad("✘")} ${palette.strong(cleanLine(check.title))}  ${palette.quiet(cleanLine(check.check))}`, 0, width),
    ...finding("expected", check.expected, context),
    ...finding("actual", check.actual, context),
    ...(differing === null ? [] : field("differs", differing, context, { indent: 2, column: 10 })),
  ];
}

function finding(name: string, { value, from }: Finding, context: PaneContext): readonly string[] {
  const place = from === undefined ? "" : `  (${from.file}${from.line === undefined ? (from.pointer ?? "") && `, ${from.pointer}` : `:${from.line}`})`;
  return field(name, `${value}${place}`, context, { indent: 2, column: 10 });
}
