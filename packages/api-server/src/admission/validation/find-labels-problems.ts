import { type FieldProblem, forbidden, invalidConstant, required } from "../field-problem.js";
import type { LabelSelector, SelectorRequirement } from "../types/scheduling.js";
import { findFormatProblems } from "./formats/find-format-problems.js";
import { labelValue, qualifiedName } from "./formats/labels.js";

/** Problems of labels, all told of the member that holds them. */
export function* findLabelsProblems(labels: Readonly<Record<string, string>>, field: string): Generator<FieldProblem> {
  for (const [key, value] of Object.entries(labels)) {
    yield* findFormatProblems(qualifiedName, field, key);
    yield* findFormatProblems(labelValue, field, value);
  }
}

/** Problems of a selector; none for one that is absent. */
export function* findSelectorProblems(selector: LabelSelector | undefined, field: string): Generator<FieldProblem> {
  if (selector === undefined) return;
  yield* findLabelsProblems(selector.matchLabels ?? {}, `${field}.matchLabels`);
  for (const [index, requirement] of (selector.matchExpressions ?? []).entries()) {
    yield* findRequirementProblems(requirement, `${field}.matchExpressions[${index}]`);
  }
}

function* findRequirementProblems({ key = "", operator = "", values = [] }: SelectorRequirement, field: string): Generator<FieldProblem> {
  yield* findOperatorProblems({ operator, values }, field);
  yield* findFormatProblems(qualifiedName, `${field}.key`, key);
  yield* findValuesProblems(values, field);
}

/** Problems of an operator with its values, as labels have it. */
export function* findOperatorProblems(
  { operator, values }: { readonly operator: string; readonly values: readonly string[] },
  field: string,
): Generator<FieldProblem> {
  if (operator === "In" || operator === "NotIn") {
    if (values.length === 0) yield required(`${field}.values`, "must be specified when `operator` is 'In' or 'NotIn'");
  } else if (operator === "Exists" || operator === "DoesNotExist") {
    if (values.length > 0) yield forbidden(`${field}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
  } else yield invalidConstant(`${field}.operator`, operator, "not a valid selector operator");
}

/** Problems of the values that a label is compared with. */
export function* findValuesProblems(values: readonly string[], field: string): Generator<FieldProblem> {
  for (const [index, value] of values.entries()) yield* findFormatProblems(labelValue, `${field}.values[${index}]`, value);
}
