import type { ChangeEvent, CheckEvent, JsonObject } from "@irsa-sim/core";
import { lastNote, type Symptom } from "./cause.js";

/** Whether S3 refused for who called; that a bucket or an object is not there has nothing to do with credentials. */
export function isCallerRefused({ check }: CheckEvent): boolean {
  return check.startsWith("s3.") && !["s3.bucket", "s3.object"].includes(check);
}

/** Whether a service refused a call that went out under the node's role: a symptom with many causes. */
export function isNodeRoleRefused({ check, events }: Symptom): boolean {
  return isCallerRefused(check) && lastNote(events, "sdk.credentials")?.attributes.source === "imds";
}

/** Whether a call went out under the node's role and was refused, or found the way to the node's role barred: either way the app has no identity of its own. */
export function hasNoIdentity(symptom: Symptom): boolean {
  return symptom.check.check.startsWith("imds.") || isNodeRoleRefused(symptom);
}

/** A pod as it was stored, as far as causes read it. */
export interface StoredPod {
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly serviceAccountName?: string;
    readonly securityContext?: { readonly runAsUser?: number };
    readonly containers: readonly { readonly name: string; readonly env?: readonly { readonly name: string }[] }[];
  };
}

/** The pod that was stored last; `null` when none was. */
export function lastStoredPod(events: Symptom["events"]): StoredPod | null {
  const change = events.findLast((event): event is ChangeEvent => event.kind === "change" && (event.after as JsonObject | null)?.kind === "Pod");
  return change === undefined ? null : (change.after as unknown as StoredPod);
}
