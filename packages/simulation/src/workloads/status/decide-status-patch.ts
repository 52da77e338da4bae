import { type EpochMillis, type JsonObject, toRfc3339 } from "@irsa-sim/core";

/** One thing that is so or not of a workload. */
export interface WorkloadCondition {
  readonly type: string;
  readonly status: "True" | "False";
  readonly reason: string;
  readonly message: string;
}

/** How a workload is. */
export interface WorkloadStatus {
  /** By member of the status: `readyReplicas`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly conditions?: readonly WorkloadCondition[];
}

/**
 * What has to be written into a status.
 *
 * @param told the status as it is stored
 * @returns `null` when all of it stands there already
 * @example decideStatusPatch({ replicas: 1 }, { counts: { replicas: 2 } }, now) // { replicas: 2 }
 */
export function decideStatusPatch(told: JsonObject, { counts, conditions }: WorkloadStatus, now: EpochMillis): JsonObject | null {
  const before = (told.conditions ?? []) as unknown as readonly StoredCondition[];
  const dated = conditions?.map((condition) => dateCondition(condition, before, now)) ?? [];
  const isTold = Object.entries(counts).every(([member, count]) => (told[member] ?? 0) === count) && dated.every(({ isNew }) => !isNew);
  if (isTold) return null;
  return { ...counts, ...(conditions !== undefined && { conditions: dated.map(({ condition }) => ({ ...condition })) }) };
}

interface StoredCondition extends WorkloadCondition {
  readonly lastTransitionTime: string;
  readonly lastUpdateTime: string;
}

/** The time of a transition is kept until the condition turns over; that of an update until anything of it changes. */
function dateCondition(condition: WorkloadCondition, told: readonly StoredCondition[], now: EpochMillis) {
  const { type, status, reason, message } = condition;
  const before = told.find((one) => one.type === type);
  const isNew = before === undefined || before.status !== status || before.reason !== reason || before.message !== message;
  const at = toRfc3339(now);
  const lastTransitionTime = before?.status === status ? before.lastTransitionTime : at;
  return { isNew, condition: { ...condition, lastTransitionTime, lastUpdateTime: isNew ? at : before.lastUpdateTime } };
}
