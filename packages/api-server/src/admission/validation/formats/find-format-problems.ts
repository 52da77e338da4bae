import { type FieldProblem, invalid } from "../../field-problem.js";
import type { Format } from "./names.js";

/** What is wrong with a text, each as a problem of the member where it stands. */
export function* findFormatProblems(format: Format, field: string, text: string): Generator<FieldProblem> {
  for (const problem of format(text)) yield invalid(field, text, problem);
}
