import type { CheckReport, ContainerCheck, Failure, SourceReference, WorkloadCheck } from "@irsa-sim/core";

/** One thing that a check found, as every report of it has it. */
export interface CheckFinding {
  /** Id of a cause, or of what refused. */
  readonly rule: string;
  readonly level: "error" | "warning" | "note";
  /** One sentence. */
  readonly message: string;
  /** What to do; `null` where nothing is known. */
  readonly fix: string | null;
  /** Where it is put right, as far as some file says it. */
  readonly from: SourceReference | null;
  /** `Deployment billing/payments`; `null` for one about no single workload. */
  readonly workload: string | null;
}

/** Everything that a check found: what is broken, what to beware of, and what had to be assumed. */
export function findingsOf({ workloads, warnings, assumptions }: CheckReport): readonly CheckFinding[] {
  return [
    ...workloads.flatMap((workload) => workload.containers.flatMap((container) => failureOf(workload, container))),
    ...warnings.map(({ cause, message, fix, file, line, column, workload }): CheckFinding => {
      const from = file === null ? null : { file, line: line ?? 1, column: column ?? 1 };
      return { rule: cause, level: "warning", message, fix, from, workload };
    }),
    ...assumptions.map(({ id, message }): CheckFinding => ({ rule: `assumed-${id}`, level: "note", message, fix: null, from: null, workload: null })),
  ];
}

/** A workload in a few words. */
export function nameOf({ kind, namespace, name }: WorkloadCheck): string {
  return `${kind} ${namespace}/${name}`;
}

function failureOf(workload: WorkloadCheck, { names, failure, causedAt: [place] }: ContainerCheck): readonly CheckFinding[] {
  if (failure === null) return [];
  const who = `${nameOf(workload)}, ${names.length === 1 ? "container" : "containers"} ${names.join(", ")}`;
  const { cause, check, code } = failure;
  return [
    {
      rule: cause ?? check ?? code,
      level: "error",
      message: `${who}: ${sayWhy(failure)}`,
      fix: failure.fix,
      from: place ?? workload.from,
      workload: nameOf(workload),
    },
  ];
}

function sayWhy({ step, code, message, because, expected, actual }: Failure): string {
  const compared = expected === null || actual === null ? "" : `; expected ${expected}, found ${actual}`;
  return `refused in step ${step} with ${code}: ${because ?? message}${compared}`;
}
