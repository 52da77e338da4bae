import { parseDuration } from "@irsa-sim/core/schema";

/** After how long, and with which code, the programs of a pod end by themselves. */
export interface PodEnding {
  readonly afterMs: number;
  readonly exitCode: number;
}

/** By which a pod says so itself: `90s`, or `forever`. */
const RUNS_FOR = "irsa-sim/runs-for";
const EXIT_CODE = "irsa-sim/exit-code";
const JOB_MS = 5000;

/** What a pod says of itself, as far as its end depends on it. */
export interface EndingPod {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly { readonly kind: string; readonly controller?: boolean }[];
}

/**
 * Decides when the programs of a pod end that no real program stands for: those of Jobs after a moment, all others never, unless annotations say otherwise.
 *
 * Differs from a cluster, where a program ends when it ends: nothing runs here.
 * @returns `null` for a pod whose programs run until somebody ends them
 */
export function decideEnding({ annotations = {}, ownerReferences = [] }: EndingPod): PodEnding | null {
  const asked = annotations[RUNS_FOR];
  const isOfJob = ownerReferences.some(({ kind, controller }) => kind === "Job" && controller === true);
  const afterMs = asked === undefined ? (isOfJob ? JOB_MS : null) : parseDuration(asked);
  if (afterMs === null) return null;
  const code = Number(annotations[EXIT_CODE] ?? 0);
  return { afterMs, exitCode: Number.isInteger(code) ? code : 0 };
}
