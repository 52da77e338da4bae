import { type EpochMillis, epochMillis, type JsonObject } from "@irsa-sim/core";
import { Cron } from "croner";
import { belongingTo } from "../make-child.js";
import type { WorkloadController } from "../workload-controller.js";
import { CRON_JOB, JOB } from "../workload-kinds.js";
import type { PodTemplate, WorkloadObject } from "../workload-object.js";

const MINUTE_MS = 60_000;

/**
 * A CronJob makes a Job each time that its schedule says, and the Job a pod; in between there is none.
 * Leaves out: deadlines, times that were missed while it was suspended, and how many old Jobs are kept.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
export const cronJob: WorkloadController = {
  of: CRON_JOB,
  makes: JOB,
  serviceAccount: "cronjob-controller",
  decide({ parent, children, now }) {
    const schedule = readSchedule(parent);
    if (schedule instanceof Error) return [{ kind: "complain", reason: "UnparseableSchedule", message: schedule.message }];
    const due = lastTime(schedule, now);
    const name = `${parent.metadata.name}-${due / MINUTE_MS}`;
    const policy = parent.spec?.concurrencyPolicy ?? "Allow";
    // A minute that had begun before the CronJob was made is none of its own.
    if (!(due >= Date.parse(parent.metadata.creationTimestamp)) || parent.spec?.suspend === true) return [];
    if (children.some(({ metadata }) => metadata.name === name) || (policy === "Forbid" && children.length > 0)) return [];
    const replaced = policy === "Replace" ? children.map((child) => ({ kind: "delete" as const, child })) : [];
    return [...replaced, { kind: "create", object: jobOf(parent, name, due) }];
  },
  nextLook(parent, now) {
    const schedule = readSchedule(parent);
    return schedule instanceof Error ? null : timeAfter(schedule, now);
  },
};

/** In the schedule's time zone; that of a controller manager is UTC. */
function readSchedule({ spec }: WorkloadObject): Cron | Error {
  const { schedule = "", timeZone = "UTC" } = (spec ?? {}) as { readonly schedule?: string; readonly timeZone?: string };
  try {
    return new Cron(schedule, { timezone: timeZone, paused: true, mode: "5-part" });
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    return new Error(`unparseable schedule: ${JSON.stringify(schedule)} : ${error.message}`);
  }
}

/** The last time of the schedule that is not after `now`; NaN where there is none. */
function lastTime(schedule: Cron, now: EpochMillis): number {
  const [last] = schedule.previousRuns(1, new Date(now + 1));
  return last?.getTime() ?? Number.NaN;
}

function timeAfter(schedule: Cron, instant: EpochMillis): EpochMillis | null {
  const next = schedule.nextRun(new Date(instant));
  return next === null ? null : epochMillis(next.getTime());
}

function jobOf(parent: WorkloadObject, name: string, due: number): JsonObject {
  const { metadata = {}, spec = {} } = (parent.spec?.jobTemplate ?? {}) as PodTemplate;
  const annotations = { ...metadata.annotations, "batch.kubernetes.io/cronjob-scheduled-timestamp": new Date(due).toISOString().replace(".000", "") };
  return {
    ...{ kind: JOB.kind, apiVersion: JOB.apiVersion },
    metadata: { name, annotations, labels: metadata.labels ?? {}, ...belongingTo(parent, CRON_JOB) },
    spec,
  };
}
