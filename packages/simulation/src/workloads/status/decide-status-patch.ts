import { type EpochMillis, type Json, type JsonObject, toRfc3339 } from "@irsa-sim/core";
import type { ToldEvent } from "../events/told-event.js";

/** One thing that is so or not of a workload. */
export interface WorkloadCondition {
  readonly type: string;
  readonly status: "True" | "False" | "Unknown";
  readonly reason: string;
  readonly message: string;
}

/** How a workload is. */
export interface WorkloadStatus {
  /** By member of the status: `readyReplicas`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly conditions?: readonly WorkloadCondition[];
  /** The time that conditions of this kind have besides that of their last transition; none when absent. */
  readonly conditionTime?: "lastUpdateTime" | "lastProbeTime";
  /** Members that are no numbers; one that is `undefined` goes. */
  readonly members?: { readonly [member: string]: Json | undefined };
  /** What is told of it once, in an event. */
  readonly event?: ToldEvent;
}

/**
 * What has to be written into a status.
 *
 * @param told the status as it is stored
 * @returns `null` when all of it stands there already
 * @example decideStatusPatch({ replicas: 1 }, { counts: { replicas: 2 } }, now) // { replicas: 2 }
 */
export function decideStatusPatch(told: JsonObject, status: WorkloadStatus, now: EpochMillis): JsonObject | null {
  const { counts, conditions, members = {} } = status;
  const before = (told.conditions ?? []) as unknown as readonly StoredCondition[];
  const dated = conditions?.map((condition) => dateCondition(condition, { told: before, now, time: status.conditionTime })) ?? [];
  const areConditionsTold = conditions === undefined || (before.length === dated.length && dated.every(({ isNew }) => !isNew));
  const areMembersTold = Object.entries(members).every(([member, value]) => JSON.stringify(told[member]) === JSON.stringify(value));
  const isTold = Object.entries(counts).every(([member, count]) => (told[member] ?? 0) === count) && areMembersTold && areConditionsTold;
  if (isTold) return null;
  const written = Object.fromEntries(Object.entries(members).map(([member, value]) => [member, value ?? null]));
  return { ...counts, ...written, ...(conditions !== undefined && { conditions: dated.map(({ condition }) => ({ ...condition })) }) };
}

interface StoredCondition extends WorkloadCondition {
  readonly lastTransitionTime: string;
  readonly lastUpdateTime?: string;
  readonly lastProbeTime?: string;
}

interface Dating {
  readonly told: readonly StoredCondition[];
  readonly now: EpochMillis;
  readonly time: WorkloadStatus["conditionTime"];
}

/** The time of a transition is kept until the condition turns over; the other one until anything of it changes. */
function dateCondition(condition: WorkloadCondition, { told, now, time }: Dating) {
  const { type, status, reason, message } = condition;
  const before = told.find((one) => one.type === type);
  const isNew = before === undefined || before.status !== status || before.reason !== reason || before.message !== message;
  const at = toRfc3339(now);
  const lastTransitionTime = before?.status === status ? before.lastTransitionTime : at;
  const other = time === undefined ? {} : { [time]: isNew ? at : (before[time] ?? at) };
  return { isNew, condition: { ...condition, lastTransitionTime, ...other } };
}
