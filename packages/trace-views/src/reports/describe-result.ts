import type { ExpectationResult, Failure, ScenarioResult, SourceReference } from "@irsa-sim/core";

/** The lines of `expect` that did not come out; of an invalid scenario its files' faults. */
export function missedExpectations({ expectations }: ScenarioResult): readonly ExpectationResult[] {
  return expectations.filter(({ met }) => !met);
}

/** A line of `expect` that did not come out, or a fault of a file, in one line. */
export function missInOneLine({ path, expected, actual }: ExpectationResult): string {
  const values = [...(expected === "" ? [] : [`expected ${expected}`]), ...(actual === "" ? [] : [`found ${actual}`])];
  return values.length === 0 ? path : `${path}: ${values.join(", ")}`;
}

/** `scenario.yaml:7:3`; empty when no file says it. */
export function placeOf(from: SourceReference | null): string {
  return from === null ? "" : `${from.file}:${from.line}:${from.column}`;
}

/** What was refused, in one line. */
export function inOneLine({ step, code, status, message, check, cause }: Failure): string {
  const answer = `${code}${status === null ? "" : ` (${status})`}: ${message}`;
  return `step ${step}, ${check ?? "no check"}: ${answer}${cause === null ? "" : ` [${cause}]`}`;
}

/**
 * Why a scenario did not pass, as plain lines: each line of `expect` that was missed or fault of a file, what was refused, and where the run left its base.
 */
export function failureLines(result: ScenarioResult): readonly string[] {
  const missed = missedExpectations(result).flatMap(({ path, expected, actual, from }) => [
    `${path}${from === null ? "" : `  ${placeOf(from)}`}`,
    ...(expected === "" ? [] : [`  expected  ${expected}`]),
    ...(actual === "" ? [] : [`  actual    ${actual}`]),
  ]);
  if (result.outcome === "invalid") return [...missed, "nothing was run: the files are invalid"];
  if (result.outcome === "exceeded") return missed;
  const refused = result.failure === null ? ["nothing was refused"] : [`refused   ${inOneLine(result.failure)}`, ...reasonLines(result.failure)];
  return [...missed, ...refused, ...deviationLines(result)];
}

function reasonLines({ expected, actual, because }: Failure): readonly string[] {
  return [
    ...(expected === null ? [] : [`  wanted    ${expected}`]),
    ...(actual === null ? [] : [`  found     ${actual}`]),
    ...(because === null ? [] : [`  because   ${because}`]),
  ];
}

function deviationLines({ deviation }: ScenarioResult): readonly string[] {
  if (deviation === null) return [];
  const { step, title, base, inBase, here } = deviation;
  return [`deviates  from ${base} at step ${step}, ${title}: ${inBase} there, ${here} here`];
}
