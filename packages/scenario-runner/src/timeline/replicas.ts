/** A fleet: every pod of a scenario many times, and everything that is done with a pod done with each of them. */
import type { JsonObject } from "@irsa-sim/core";
import type { Observer } from "../report/observe.js";
import type { AppliedObject, TimelineAction } from "../scenario/loaded-scenario.js";

type Performed = Exclude<TimelineAction, { kind: "expect" }>;

/** The action once for each replica, in order; itself alone when it concerns no pod, or when there is one replica, which keeps the plain name. */
export function replicateAction(action: Performed, replicas: number): readonly Performed[] {
  if (replicas === 1) return [action];
  const each = (named: (rename: (name: string) => string) => Performed): readonly Performed[] =>
    Array.from({ length: replicas }, (_, replica) => named((name) => replicaName(name, replica)));
  switch (action.kind) {
    case "apply":
    case "reconcile":
      return [{ ...action, objects: action.objects.flatMap((applied) => replicateObject(applied, replicas)) }];
    case "call":
    case "exit":
    case "read":
      return each((rename) => ({ ...action, pod: rename(action.pod) }));
    case "delete":
      return action.objectKind === "Pod" ? each((rename) => ({ ...action, name: rename(action.name) })) : [action];
    case "restart": {
      const { pod } = action;
      return pod === null ? [action] : each((rename) => ({ ...action, pod: { ...pod, pod: rename(pod.pod) } }));
    }
    case "fault": {
      const written = action.written as { readonly pod?: unknown };
      return typeof written.pod === "string" ? each((rename) => ({ ...action, written: { ...written, pod: rename(String(written.pod)) } })) : [action];
    }
    default:
      return [action];
  }
}

/** Looks at one replica where an expectation names the pod. */
export function observeReplica(observer: Observer, replica: number): Observer {
  return {
    ...observer,
    pod: (wanted) => observer.pod({ ...wanted, name: replicaName(wanted.name, replica) }),
    podsCreated: (wanted) => observer.podsCreated({ ...wanted, name: replicaName(wanted.name, replica) }),
    tokenClaims: (wanted) => observer.tokenClaims({ ...wanted, pod: replicaName(wanted.pod, replica) }),
  };
}

/** As a StatefulSet names its pods. */
function replicaName(name: string, replica: number): string {
  return `${name}-${replica}`;
}

/** A pod with `generateName` gets a name of its own each time anyway. */
function replicateObject(applied: AppliedObject, replicas: number): readonly AppliedObject[] {
  if (applied.object.kind !== "Pod") return [applied];
  const metadata = applied.object.metadata as JsonObject;
  return Array.from({ length: replicas }, (_, replica) => {
    const named = typeof metadata.name === "string" ? { ...metadata, name: replicaName(metadata.name, replica) } : metadata;
    return { ...applied, object: { ...applied.object, metadata: named } };
  });
}
