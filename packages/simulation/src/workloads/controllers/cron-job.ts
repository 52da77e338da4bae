import { type EpochMillis, epochMillis, type Json, type JsonObject, toRfc3339 } from "@irsa-sim/core";
import { Cron } from "croner";
import { belongingTo, numberIn } from "../make-child.js";
import type { WorkloadStatus } from "../status/decide-status-patch.js";
import type { WorkloadController, WorkloadState } from "../workload-controller.js";
import { CRON_JOB, JOB } from "../workload-kinds.js";
import type { PodTemplate, WorkloadObject } from "../workload-object.js";
import { endOf, isFinished } from "./job.js";

const MINUTE_MS = 60_000;

/**
 * A CronJob makes a Job each time that its schedule says, and the Job a pod; in between there is none.
 * Leaves out: deadlines, and times that were missed while it was suspended.
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
    const outlived = findOutlived(parent, children).map((child) => ({ kind: "delete" as const, child }));
    if (!(due >= Date.parse(parent.metadata.creationTimestamp)) || parent.spec?.suspend === true || due <= lastDue(parent.status)) return outlived;
    const active = children.filter((child) => !isFinished(child));
    if (children.some(({ metadata }) => metadata.name === name) || (policy === "Forbid" && active.length > 0)) return outlived;
    const replaced = policy === "Replace" ? active.map((child) => ({ kind: "delete" as const, child })) : [];
    return [...outlived, ...replaced, { kind: "create", object: jobOf(parent, name, due) }];
  },
  nextLook(parent, now) {
    const schedule = readSchedule(parent);
    return schedule instanceof Error ? null : timeAfter(schedule, now);
  },
  status: describeCronJob,
};

function describeCronJob({ parent, children }: WorkloadState): WorkloadStatus {
  const active = children.filter((child) => !isFinished(child) && child.metadata.deletionTimestamp === undefined);
  const references = active.map(({ metadata: { name, namespace, uid, resourceVersion } }) => ({
    ...{ apiVersion: JOB.apiVersion, kind: JOB.kind, name, namespace, resourceVersion, uid },
  }));
  const told = active.length === ((parent.status?.active ?? []) as readonly object[]).length;
  const latest = Math.max(lastDue(parent.status), ...children.map(({ metadata }) => Date.parse(metadata.annotations?.[SCHEDULED] ?? "") || 0));
  const ends = children.flatMap(({ status }) => (endOf(status) === "Complete" && typeof status?.completionTime === "string" ? [status.completionTime] : []));
  const lastSuccess = [...ends, ...(typeof parent.status?.lastSuccessfulTime === "string" ? [parent.status.lastSuccessfulTime] : [])].sort().at(-1);
  return {
    counts: {},
    members: {
      // The versions of Jobs change all the time.
      active: told ? parent.status?.active : (references as unknown as Json),
      lastScheduleTime: latest > 0 ? toRfc3339(epochMillis(latest)) : undefined,
      lastSuccessfulTime: lastSuccess,
    },
  };
}

/** The last time for which a Job was made. */
function lastDue(status: JsonObject | undefined): number {
  return typeof status?.lastScheduleTime === "string" ? Date.parse(status.lastScheduleTime) : 0;
}

/** Jobs that have ended and are more than are kept. */
function findOutlived({ spec }: WorkloadObject, children: readonly WorkloadObject[]): readonly WorkloadObject[] {
  const staying = children.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  const beyond = (end: "Complete" | "Failed", kept: number): readonly WorkloadObject[] => {
    const ended = staying.filter(({ status }) => endOf(status) === end);
    return ended.slice(0, Math.max(0, ended.length - kept));
  };
  return [...beyond("Complete", numberIn(spec, "successfulJobsHistoryLimit", 3)), ...beyond("Failed", numberIn(spec, "failedJobsHistoryLimit", 1))];
}

const SCHEDULED = "batch.kubernetes.io/cronjob-scheduled-timestamp";

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
  const annotations = { ...metadata.annotations, [SCHEDULED]: new Date(due).toISOString().replace(".000", "") };
  return {
    ...{ kind: JOB.kind, apiVersion: JOB.apiVersion },
    metadata: { name, annotations, labels: metadata.labels ?? {}, ...belongingTo(parent, CRON_JOB) },
    spec,
  };
}
