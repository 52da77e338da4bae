import type { CheckEvent, Finding } from "@irsa-sim/core";
import stringWidth from "string-width";
import { indented, leftAndRight } from "../text/layout.js";
import type { ViewOptions } from "../view-options.js";

/** The checks of a step: those that passed on one line, those that failed with both values. */
export function checkLines(checks: readonly CheckEvent[], options: ViewOptions): readonly string[] {
  const passed = [...new Set(checks.filter((check) => check.passed).map(({ title }) => title))];
  const passedLines = passed.length === 0 ? [] : indented(`${options.palette.good("✔")} ${passed.join(" · ")}`, 4, options.width);
  return [...passedLines, ...checks.filter((check) => !check.passed).flatMap((check) => failedCheckLines(check, options))];
}

const LABEL_COLUMNS = 17;

/** Expected and actual under each other, where each came from, and a mark under the part that differs. */
function failedCheckLines(check: CheckEvent, { width, palette }: ViewOptions): readonly string[] {
  const subject = conditionOf(check);
  const head = indented(`${palette.bad("✘")} ${palette.bad(palette.strong(check.title))}${subject === "" ? "" : `  ${subject}`}`, 4, width);
  const mark = differenceMark(check.expected.value, check.actual.value);
  const fits = LABEL_COLUMNS + mark.length <= width;
  return [
    ...head,
    ...valueLines("expected", check.expected, width, palette.quiet),
    ...valueLines("actual", check.actual, width, palette.quiet),
    ...(mark !== "" && fits ? [`${" ".repeat(LABEL_COLUMNS)}${palette.bad(mark)}`] : []),
  ];
}

function valueLines(label: string, finding: Finding, width: number, quiet: (text: string) => string): readonly string[] {
  const left = `      ${label.padEnd(LABEL_COLUMNS - 6)}${finding.value}`;
  const place = placeOf(finding);
  if (stringWidth(left) + stringWidth(place) + 2 <= width) return leftAndRight(left, quiet(place), width);
  const value = indented(finding.value, LABEL_COLUMNS, width).map((line, index) =>
    index === 0 ? `      ${label.padEnd(LABEL_COLUMNS - 6)}${line.slice(LABEL_COLUMNS)}` : line,
  );
  return [...value, ...(place === "" ? [] : indented(quiet(place), LABEL_COLUMNS, width))];
}

/** `trust-policy.json:14:11` for a file of the user's, `token sub` for a claim. */
function placeOf({ from }: Finding): string {
  if (from === undefined) return "";
  if (from.line !== undefined) return `${from.file}:${from.line}${from.column === undefined ? "" : `:${from.column}`}`;
  return from.pointer === undefined ? from.file : `${from.file} ${from.pointer}`;
}

/** The operator and key of a policy's condition, where the check was about one. */
function conditionOf({ details }: CheckEvent): string {
  const { operator, conditionKey } = (details ?? {}) as { readonly operator?: string; readonly conditionKey?: string };
  return operator === undefined ? "" : `${operator}  ${conditionKey ?? ""}`;
}

/** `^^^` under the part of `actual` that `expected` does not share at its beginning and end; nothing when they share too little. */
export function differenceMark(expected: string, actual: string): string {
  let start = 0;
  while (start < expected.length && start < actual.length && expected[start] === actual[start]) start += 1;
  let end = 0;
  while (end < Math.min(expected.length, actual.length) - start && expected.at(-1 - end) === actual.at(-1 - end)) end += 1;
  if (start + end < 4 || expected === actual) return "";
  return " ".repeat(start) + "^".repeat(Math.max(actual.length - start - end, 1));
}
