import { type EpochMillis, toRfc3339 } from "@irsa-sim/core";

/** One thing that is so or not, of a pod or a node. */
export interface Condition {
  readonly type: string;
  readonly status: "True" | "False";
  readonly lastTransitionTime: string;
  readonly reason?: string;
  readonly message?: string;
}

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
