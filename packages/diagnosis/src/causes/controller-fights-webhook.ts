import { type ChangeEvent, isInside, type JsonObject, type NoteEvent, type TraceEvent } from "@irsa-sim/core";
import type { Cause } from "../cause.js";

/** failures.md, rank 32. */
export const controllerFightsWebhook: Cause = {
  id: "controller-fights-webhook",
  title: "A controller takes the webhook's additions for a change, and creates the pod again and again",
  see: "No error: the pod loops Terminating, and the controller's log says reason: environment variable configuration changed, old: [], new: [...]",
  why: "The controller compares the live pod with its own spec.",
  prove: [
    "kubectl get pods -n NAMESPACE --watch",
    "kubectl logs -n CONTROLLER_NAMESPACE deployment/CONTROLLER | grep -i reason",
    "kubectl get events -n NAMESPACE --field-selector involvedObject.name=POD",
    "kubectl get pod -n NAMESPACE POD -o jsonpath='{.spec.containers[*].env[*].name}'",
  ],
  sources: [
    "https://github.com/actions/actions-runner-controller/issues/200",
    "https://github.com/actions/actions-runner-controller/issues/16",
    "https://github.com/actions/actions-runner-controller/pull/226",
    "https://github.com/jenkinsci/kubernetes-operator/issues/1045",
    "https://github.com/cloudnative-pg/cloudnative-pg/issues/1384",
  ],
  warn(events) {
    const fights = events.flatMap((event) => (event.kind === "note" && event.name === "controller.drift" ? (fightIn(events, event) ?? []) : []));
    return [...new Set(fights.map(({ pod }) => pod))].flatMap((pod) => {
      const [first, ...again] = fights.filter((fight) => fight.pod === pod);
      if (first === undefined || again.length === 0) return [];
      return [
        {
          because: `a controller deleted pod ${pod} and created it anew ${again.length + 1} times, each time for variables that the webhook had added: ${first.added.join(", ")}`,
          fix: "let the controller compare a hash of its template, which it puts on the pod when it creates it, or write the variables and the volume into the template",
          from: null,
        },
      ];
    });
  },
};

/** A pod that a controller created anew for what the webhook had done. */
interface Fight {
  readonly pod: string;
  /** Names of the variables. */
  readonly added: readonly string[];
}

type Variables = readonly { readonly name: string; readonly value: string }[];

/** `null` when something else differed as well, or when nothing came of the difference. */
function fightIn(events: readonly TraceEvent[], drift: NoteEvent): Fight | null {
  const { pod, container, old, new: now } = drift.attributes as unknown as Record<"pod" | "container", string> & Record<"old" | "new", Variables | string>;
  if (typeof old === "string" || typeof now === "string" || old === null || now === null) return null;
  const creation = events.slice(0, drift.seq).findLast((event): event is ChangeEvent => isCreationOf(event, pod));
  const byWebhook = creation === undefined ? [] : patchedNames(events, { creation, container });
  const own = now.filter(({ name }) => !byWebhook.includes(name) || old.some((variable) => variable.name === name));
  if (own.length === now.length || JSON.stringify(own) !== JSON.stringify(old) || !wasReplaced(events, drift, pod)) return null;
  return { pod, added: now.filter((variable) => !own.includes(variable)).map(({ name }) => name) };
}

function isCreationOf(event: TraceEvent, pod: string): boolean {
  return event.kind === "change" && event.what === `Pod ${pod}` && event.after !== null;
}

/** The variables of a container in the webhook's patch, which was made while the pod was admitted. */
function patchedNames(
  events: readonly TraceEvent[],
  { creation, container }: { readonly creation: ChangeEvent; readonly container: string },
): readonly string[] {
  const admission = creation.parent === null ? undefined : events[creation.parent];
  const note = events.find(
    (event): event is NoteEvent => event.kind === "note" && event.name === "webhook.patch" && admission !== undefined && isInside(events, event, admission),
  );
  if (note === undefined) return [];
  const patch = JSON.parse(String(note.attributes.patch)) as readonly { readonly value?: unknown }[];
  const containers = patch.flatMap(({ value }) => (Array.isArray(value) ? (value as readonly JsonObject[]) : []));
  const { env = [] } = (containers.find(({ name }) => name === container) ?? {}) as { readonly env?: Variables };
  return env.map(({ name }) => name);
}

/** In the same look the pod was taken away and made again. */
function wasReplaced(events: readonly TraceEvent[], drift: NoteEvent, pod: string): boolean {
  const look = drift.parent === null ? undefined : events[drift.parent];
  const changes = events.slice(drift.seq).filter((event): event is ChangeEvent => event.kind === "change" && event.what === `Pod ${pod}`);
  return (
    look !== undefined &&
    [changes.find(({ after }) => after === null), changes.find((change) => isCreationOf(change, pod))].every(
      (change) => change !== undefined && isInside(events, change, look),
    )
  );
}
