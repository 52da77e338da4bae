import { type FieldProblem, forbidden, invalid } from "../../field-problem.js";
import type { LabelSelector } from "../../types/scheduling.js";
import { findFormatProblems } from "../formats/find-format-problems.js";
import { qualifiedName } from "../formats/labels.js";

/** Labels of the pod itself by which others are compared, and the selector that they are added to. */
export interface MatchLabelKeys {
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
  readonly labelSelector?: LabelSelector;
}

/**
 * Problems of such labels. The conditions that come of them stand in the selector by then, so a key that stands there twice was written there too.
 */
export function* findMatchLabelKeysProblems(
  { matchLabelKeys = [], mismatchLabelKeys = [], labelSelector }: MatchLabelKeys,
  field: string,
): Generator<FieldProblem> {
  yield* findKeysProblems(matchLabelKeys, labelSelector, `${field}.matchLabelKeys`);
  yield* findKeysProblems(mismatchLabelKeys, labelSelector, `${field}.mismatchLabelKeys`);
  const seen = new Set(Object.keys(labelSelector?.matchLabels ?? {}));
  for (const { key = "" } of labelSelector?.matchExpressions ?? []) {
    const index = matchLabelKeys.lastIndexOf(key);
    if (index >= 0 && seen.has(key)) yield invalid(`${field}[${index}]`, key, "exists in both matchLabelKeys and labelSelector");
    seen.add(key);
  }
  for (const [index, key] of matchLabelKeys.entries()) {
    if (mismatchLabelKeys.includes(key)) yield invalid(`${field}.matchLabelKeys[${index}]`, key, "exists in both matchLabelKeys and mismatchLabelKeys");
  }
}

function* findKeysProblems(keys: readonly string[], selector: LabelSelector | undefined, field: string): Generator<FieldProblem> {
  if (keys.length === 0) return;
  if (selector === undefined) return yield forbidden(field, "must not be specified when labelSelector is not set");
  for (const [index, key] of keys.entries()) yield* findFormatProblems(qualifiedName, `${field}[${index}]`, key);
}
