import { addMillis, backOffMs, type EpochMillis, epochMillis, type JsonObject, toRfc3339 } from "@irsa-sim/core";
import { makePod, numberIn } from "../make-child.js";
import { countReady } from "../status/count-children.js";
import type { WorkloadCondition, WorkloadStatus } from "../status/decide-status-patch.js";
import type { WorkloadController, WorkloadState } from "../workload-controller.js";
import { JOB, POD } from "../workload-kinds.js";
import { isActive, type WorkloadObject } from "../workload-object.js";

/** How long it waits before it makes another pod in the place of one that failed. */
const BACK_OFF = { firstMs: 10_000, maxMs: 600_000 };

/**
 * A Job has as many pods at a time as may run in parallel, until enough of them have ended well or too many have not.
 * Leaves out: indexed completion, policies of failure and success, deadlines, and going some time after its end.
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/job/job_controller.go
 */
export const job: WorkloadController = {
  of: JOB,
  makes: POD,
  serviceAccount: "job-controller",
  decide({ parent, children, now }) {
    const { name, uid } = parent.metadata;
    const { active, end } = countPods(parent, children);
    if (isFinished(parent)) return [];
    if (end !== null) return active.map((child) => ({ kind: "delete", child }));
    const missing = wantedPods(parent, children) - active.length;
    if (missing < 0) return active.slice(missing).map((child) => ({ kind: "delete", child }));
    const retryAt = retryTime(children);
    if (retryAt !== null && retryAt > now) return [];
    const labels = {
      "batch.kubernetes.io/controller-uid": uid,
      "batch.kubernetes.io/job-name": name,
      "controller-uid": uid,
      "job-name": name,
    };
    const metadata = { generateName: `${name}-` };
    return Array.from({ length: missing }, () => ({ kind: "create", object: makePod(parent, JOB, { metadata, labels }) }));
  },
  nextLook: (parent, now, children) => {
    const retryAt = isFinished(parent) ? null : retryTime(children);
    return retryAt !== null && retryAt > now ? retryAt : null;
  },
  status: describeJob,
};

/** Whether nothing becomes of a Job any more. */
export function isFinished({ status }: WorkloadObject): boolean {
  return endOf(status) !== null;
}

/** How a Job has ended; `null` for one that has not. */
export function endOf(status: JsonObject | undefined): "Complete" | "Failed" | null {
  const conditions = (status?.conditions ?? []) as unknown as readonly WorkloadCondition[];
  const holds = (wanted: string): boolean => conditions.some(({ type, status: is }) => type === wanted && is === "True");
  return holds("Complete") ? "Complete" : holds("Failed") ? "Failed" : null;
}

function describeJob({ parent, children, now }: WorkloadState): WorkloadStatus | null {
  if (isFinished(parent)) return null;
  const { active, succeeded, failed, end } = countPods(parent, children);
  const isSuspended = parent.spec?.suspend === true;
  const startTime = parent.status?.startTime ?? (isSuspended ? undefined : toRfc3339(now));
  const counts = { active: end === null ? active.length : 0, ready: countReady(active), succeeded: succeeded.length, failed: failed.length };
  const base = { counts: { ...counts, terminating: 0 }, conditionTime: "lastProbeTime" } as const;
  if (end === null) return { ...base, members: { startTime }, conditions: isSuspended ? [SUSPENDED] : [] };
  // Pods that still run are on their way out first.
  if (active.length > 0) return { ...base, members: { startTime }, conditions: [end.first] };
  return {
    ...base,
    members: { startTime, ...(end.last.type === "Complete" && { completionTime: toRfc3339(now) }) },
    conditions: [end.first, end.last],
    event: end.event,
  };
}

const SUSPENDED: WorkloadCondition = { type: "Suspended", status: "True", reason: "JobSuspended", message: "Job suspended" };

const REACHED = { status: "True", reason: "CompletionsReached", message: "Reached expected number of succeeded pods" } as const;
const COMPLETE = {
  first: { type: "SuccessCriteriaMet", ...REACHED },
  last: { type: "Complete", ...REACHED },
  event: { type: "Normal", reason: "Completed", message: "Job completed" },
} as const;

const EXCEEDED = { status: "True", reason: "BackoffLimitExceeded", message: "Job has reached the specified backoff limit" } as const;
const FAILED = {
  first: { type: "FailureTarget", ...EXCEEDED },
  last: { type: "Failed", ...EXCEEDED },
  event: { type: "Warning", reason: EXCEEDED.reason, message: EXCEEDED.message },
} as const;

function countPods({ spec }: WorkloadObject, children: readonly WorkloadObject[]) {
  const inPhase = (phase: string): readonly WorkloadObject[] => children.filter(({ status }) => status?.phase === phase);
  const [active, succeeded, failed] = [children.filter(isActive), inPhase("Succeeded"), inPhase("Failed")];
  const isComplete = typeof spec?.completions === "number" ? succeeded.length >= spec.completions : succeeded.length > 0 && active.length === 0;
  const hasFailed = failed.length > numberIn(spec, "backoffLimit", 6);
  return { active, succeeded, failed, end: isComplete ? COMPLETE : hasFailed ? FAILED : null };
}

function wantedPods({ spec }: WorkloadObject, children: readonly WorkloadObject[]): number {
  if (spec?.suspend === true) return 0;
  const parallelism = numberIn(spec, "parallelism", 1);
  const succeeded = children.filter(({ status }) => status?.phase === "Succeeded").length;
  // Without a number of completions the first that ends well ends the Job: nobody is sent after it.
  if (typeof spec?.completions !== "number") return succeeded > 0 ? children.filter(isActive).length : parallelism;
  return Math.min(parallelism, spec.completions - succeeded);
}

/** When another pod may be made after failures; `null` where there were none. */
function retryTime(children: readonly WorkloadObject[]): EpochMillis | null {
  const failed = children.filter(({ status }) => status?.phase === "Failed");
  if (failed.length === 0) return null;
  const ends = failed.flatMap(({ status }) =>
    ((status?.containerStatuses ?? []) as unknown as readonly EndedContainer[]).flatMap(({ state }) => state?.terminated?.finishedAt ?? []),
  );
  const last = Math.max(...ends.map((end) => Date.parse(end)));
  return Number.isFinite(last) ? addMillis(epochMillis(last), backOffMs(failed.length - 1, BACK_OFF)) : null;
}

interface EndedContainer {
  readonly state?: { readonly terminated?: { readonly finishedAt?: string } };
}
