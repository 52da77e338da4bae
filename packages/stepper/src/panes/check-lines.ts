import type { CheckEvent, Finding } from "@irsa-sim/core";
import { cleanLine, indented } from "@irsa-sim/trace-views";
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
  const expected = commonEnds(check.expected.value, check.actual.value);
  return [
    ...indented(`${palette.bad("✘")} ${palette.strong(cleanLine(check.title))}  ${palette.quiet(cleanLine(check.check))}`, 0, width),
    ...finding("expected", check.expected, context),
    ...finding("actual", check.actual, context),
    ...(expected === null ? [] : field("differs", expected, context, { indent: 2, column: 10 })),
  ];
}

function finding(name: string, { value, from }: Finding, context: PaneContext): readonly string[] {
  const place = from === undefined ? "" : `  (${from.file}${from.line === undefined ? (from.pointer ?? "") && `, ${from.pointer}` : `:${from.line}`})`;
  return field(name, `${value}${place}`, context, { indent: 2, column: 10 });
}

/** The part in which two values differ, between what they begin and end with alike; `null` when they are too unlike for that to help. */
function commonEnds(expected: string, actual: string): string | null {
  let start = 0;
  while (start < Math.min(expected.length, actual.length) && expected[start] === actual[start]) start += 1;
  let end = 0;
  while (end < Math.min(expected.length, actual.length) - start && expected.at(-1 - end) === actual.at(-1 - end)) end += 1;
  if (start + end < 8) return null;
  return `"${expected.slice(start, expected.length - end)}" is wanted, "${actual.slice(start, actual.length - end)}" is there`;
}
