import type { ChangeEvent, RunReport } from "@irsa-sim/core";
import { failedCall } from "./question.js";

/** A container, as far as questions look at it. */
export interface StoredContainer {
  readonly name: string;
  readonly env?: readonly { readonly name: string }[];
}

interface Pod {
  readonly metadata?: { readonly uid?: string };
  readonly spec?: {
    readonly serviceAccountName?: string;
    readonly containers?: readonly StoredContainer[];
    readonly initContainers?: readonly StoredContainer[];
    readonly volumes?: readonly { readonly name: string }[];
  };
}

/** The pod whose call failed last, as it was stored first; `null` when no pod called. */
export function storedPod(report: RunReport): { readonly seq: number; readonly namespace: string; readonly spec: NonNullable<Pod["spec"]> } | null {
  const key = failedCall(report)?.subject?.pod;
  const stored = report.events.filter((event): event is ChangeEvent => event.kind === "change" && event.what === `Pod ${key}` && event.after !== null);
  // Another one may have had the name before.
  const first = stored.find((change) => uidOf(change) === uidOf(stored.at(-1)));
  return key === undefined || first === undefined ? null : { seq: first.seq, namespace: key.split("/")[0] ?? "", spec: (first.after as Pod).spec ?? {} };
}

function uidOf(change: ChangeEvent | undefined): string | undefined {
  return ((change?.after ?? {}) as Pod).metadata?.uid;
}
