import type { TraceEvent, Warning } from "@irsa-sim/core";
import { CAUSES } from "./catalogue.js";
import type { Cause, Explanation } from "./cause.js";
import { chooseCauses, type FoundCause } from "./choose-causes.js";
import type { FailureView } from "./failure-view.js";
import { hasNoIdentity } from "./node-role.js";

/** A cause found in a run. */
export interface Diagnosis extends Explanation {
  /** Id of the cause. */
  readonly cause: string;
  /** Others that are as sure, in order of the alphabet, and what is behind the first. */
  readonly also: readonly (Explanation & { readonly cause: string })[];
}

/**
 * Finds what is behind a refusal, or behind an error that no service's check stands behind, from the trace alone.
 *
 * @returns `null` when no cause of the catalogue fits
 */
export function diagnose(view: FailureView, causes: readonly Cause[] = CAUSES): Diagnosis | null {
  const [first, ...also] = findAll(view, causes);
  if (first === undefined) return null;
  const behind = first.behind === undefined ? [] : findAll({ ...view, check: first.behind }, causes);
  return { ...first, edits: first.edits ?? behind[0]?.edits ?? [], also: [...also, ...behind] };
}

function findAll(view: FailureView, causes: readonly Cause[]): readonly (Explanation & { readonly cause: string })[] {
  // The same for all causes, and found by reading messages.
  const isWithoutIdentity = hasNoIdentity(view);
  const found = causes.flatMap((cause): FoundCause[] => {
    const explanation = explainBy(cause, view) ?? (isWithoutIdentity ? (cause.explainNoIdentity?.(view) ?? null) : null);
    return explanation === null ? [] : [{ cause, explanation }];
  });
  return chooseCauses(found).map(({ cause, explanation }) => ({ cause: cause.id, ...explanation }));
}

function explainBy(cause: Cause, view: FailureView): Explanation | null {
  const { check } = view;
  return (check === null ? cause.explainOwnError?.(view) : cause.explain?.({ ...view, check })) ?? null;
}

/** Finds what nobody was refused for and is wrong all the same, in order of the alphabet. */
export function findWarnings(events: readonly TraceEvent[]): readonly Warning[] {
  const warnings = CAUSES.flatMap(({ id, warn }) => (warn?.(events) ?? []).map((finding) => ({ cause: id, ...finding })));
  return warnings.sort((a, b) => (a.cause < b.cause ? -1 : a.cause > b.cause ? 1 : 0));
}
