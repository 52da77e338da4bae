import { type EpochMillis, toRfc3339 } from "@irsa-sim/core";
import type { Condition } from "./told-status.js";

/** Says since when each condition is as it is: for one that has not changed, since the time that was told last. */
export function sinceWhen<Kind extends Omit<Condition, "lastTransitionTime">>(
  conditions: readonly Kind[],
  { told, now }: { readonly told: readonly Condition[]; readonly now: EpochMillis },
): readonly (Kind & Condition)[] {
  return conditions.map((condition) => {
    const before = told.find(({ type, status }) => type === condition.type && status === condition.status);
    return { ...condition, lastTransitionTime: before?.lastTransitionTime ?? toRfc3339(now) };
  });
}
