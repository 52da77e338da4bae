import type { CheckEvent } from "@irsa-sim/core";
import { indented } from "../text/layout.js";
import type { ViewOptions } from "../view-options.js";
import { comparedValues } from "./compared-values.js";

/** The checks of a step: those that passed on one line, those that failed with both values. */
export function checkLines(checks: readonly CheckEvent[], options: ViewOptions): readonly string[] {
  const passed = [...new Set(checks.filter((check) => check.passed).map(({ title }) => title))];
  const passedLines = passed.length === 0 ? [] : indented(`${options.palette.good("✔")} ${passed.join(" · ")}`, 4, options.width);
  return [...passedLines, ...checks.filter((check) => !check.passed).flatMap((check) => failedCheckLines(check, options))];
}

function failedCheckLines(check: CheckEvent, { width, palette }: ViewOptions): readonly string[] {
  const subject = conditionOf(check);
  const isTold = check.check === "sts.trust-policy" && check.details !== undefined;
  return [
    ...indented(`${palette.bad("✘")} ${palette.bad(palette.strong(check.title))}${subject === "" ? "" : `  ${subject}`}`, 4, width),
    // The trust policy is shown whole, with both values in their place.
    ...(isTold ? [] : comparedValues(check.expected, check.actual, { indent: 6, column: 17, width, palette })),
  ];
}

/** The operator and key of a policy's condition, where the check was about one. */
function conditionOf({ details }: CheckEvent): string {
  const { operator, conditionKey } = (details ?? {}) as { readonly operator?: string; readonly conditionKey?: string };
  return operator === undefined ? "" : `${operator}  ${conditionKey ?? ""}`;
}
