/** What one types into `irsa-sim lesson`, without a terminal, to get every point: a line an exercise, with the step and the cause; `none` for none. */
export function answersOf({ exercises }) {
  return exercises.map(({ report }) => `${report.failure?.step ?? "none"} ${causeOf(report) ?? "none"}\n`).join("");
}

function causeOf({ failure, warnings }) {
  return failure === null ? warnings[0]?.cause : failure.cause;
}
