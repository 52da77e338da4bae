/** What one types into `irsa-sim lesson`, without a terminal, to get every point: for each exercise of a block the step, then the cause; `-` for none. */
export function answersOf({ exercises }) {
  return exercises
    .flatMap(({ report }) => [report.failure?.step ?? "-", causeOf(report)])
    .map((line) => `${line}\n`)
    .join("");
}

function causeOf({ failure, warnings }) {
  return failure === null ? (warnings[0]?.cause ?? "-") : failure.cause;
}
