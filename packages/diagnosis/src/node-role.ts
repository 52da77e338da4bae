import type { ChangeEvent, CheckEvent, JsonObject } from "@irsa-sim/core";
import { readAuthorization } from "./authorization-details.js";
import { credentialsOf } from "./credentials-of.js";
import type { FailureView } from "./failure-view.js";

/** Whether a service refused for who called; that a bucket or an object is not there, or elsewhere, has nothing to do with credentials. */
export function isCallerRefused({ check }: CheckEvent): boolean {
  return /^(s3|service)\./.test(check) && !["s3.bucket", "s3.object", "s3.region"].includes(check);
}

/** Whether a service refused a call that went out under the node's role: a symptom with many causes. */
export function isNodeRoleRefused({ events, check }: Pick<FailureView, "events" | "check">): boolean {
  return check !== null && isCallerRefused(check) && credentialsOf({ events, check })?.source === "imds";
}

/**
 * Whether the app has no identity of its own: its call went out under the node's role, or unsigned, and was refused; it found the way to the node's role barred; or its SDK found
 * no credentials at all.
 */
export function hasNoIdentity(view: FailureView): boolean {
  const { check, told } = view;
  if (check === null) return told.code === "NoCredentials";
  return check.check.startsWith("imds.") || isNodeRoleRefused(view) || readAuthorization(check)?.caller === "anonymous";
}

/** A pod as it was stored, as far as causes read it. */
export interface StoredPod {
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly serviceAccountName?: string;
    readonly securityContext?: { readonly runAsUser?: number };
    readonly containers: readonly StoredContainer[];
    readonly initContainers?: readonly StoredContainer[];
    readonly volumes?: readonly (JsonObject & { readonly name: string })[];
  };
}

/** A container of a pod as it was stored, as far as causes read it. */
export interface StoredContainer {
  readonly name: string;
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly envFrom?: readonly { readonly secretRef?: { readonly name?: string }; readonly configMapRef?: { readonly name?: string } }[];
  readonly volumeMounts?: readonly (JsonObject & { readonly name: string; readonly mountPath: string; readonly subPath?: string })[];
}

/** The pod that failed, as it was stored last; `null` when none was. */
export function lastStoredPod(events: FailureView["events"]): StoredPod | null {
  const change = events.findLast((event): event is ChangeEvent => event.kind === "change" && (event.after as JsonObject | null)?.kind === "Pod");
  return change === undefined ? null : (change.after as unknown as StoredPod);
}

/** The containers of the pod that failed: the one that failed, where that is known, else all. */
export function failingContainers({ events, subject }: Pick<FailureView, "events" | "subject">): readonly StoredContainer[] {
  const { containers = [], initContainers = [] } = lastStoredPod(events)?.spec ?? {};
  const all = [...containers, ...initContainers];
  return subject.container === undefined ? all : all.filter(({ name }) => name === subject.container);
}
