import { type ChangeEvent, findEvent, isInside, type JsonObject, type NoteEvent, type TraceEvent } from "@irsa-sim/core";
import type { Cause } from "../cause.js";

/** failures.md, rank 32. */
export const controllerFightsWebhook: Cause = {
  id: "controller-fights-webhook",
  rank: "mistaken",
  met: "often",
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
  const { pod, container, old, new: now } = drift.attributes as unknown as Record<"pod" | "container", string> & Record<"old" | "new", unknown>;
  if (!isVariables(old) || !isVariables(now)) return null;
  const changes = events.filter((event): event is ChangeEvent => event.kind === "change" && event.what === `Pod ${pod}`);
  const creation = changes.findLast((change) => change.seq < drift.seq && isCreation(change));
  const added = now.filter(({ name }) => patchedNames(events, { creation, container }).includes(name) && !old.some((variable) => variable.name === name));
  const others = now.filter((variable) => !added.includes(variable));
  const wasReplaced = [isRemoval, isCreation].every((is) => changes.some((change) => is(change) && isInSpanOf(events, change, drift)));
  return wasReplaced && added.length > 0 && JSON.stringify(others) === JSON.stringify(old) ? { pod, added: added.map(({ name }) => name) } : null;
}

function isVariables(value: unknown): value is Variables {
  return Array.isArray(value);
}

function isRemoval({ after }: ChangeEvent): boolean {
  return after === null;
}

/** A pod that was sent has no uid yet. */
function isCreation({ before, after }: ChangeEvent): boolean {
  const { metadata } = (before ?? {}) as { readonly metadata?: JsonObject };
  return after !== null && metadata?.uid === undefined;
}

/** The variables of a container in the webhook's patches, which were made while the pod was admitted. */
function patchedNames(events: readonly TraceEvent[], { creation, container }: { readonly creation: ChangeEvent | undefined; readonly container: string }) {
  if (creation === undefined) return [];
  return events.flatMap((event) => {
    if (event.kind !== "note" || event.name !== "webhook.patch" || event.seq > creation.seq || !isInSpanOf(events, event, creation)) return [];
    const patch = JSON.parse(String(event.attributes.patch)) as readonly { readonly value?: unknown }[];
    const containers = patch.flatMap(({ value }) => (Array.isArray(value) ? (value as readonly { readonly name: string; readonly env?: Variables }[]) : []));
    return (containers.find(({ name }) => name === container)?.env ?? []).map(({ name }) => name);
  });
}

/** Whether an event stands in the span in which another was recorded, at any depth. */
function isInSpanOf(events: readonly TraceEvent[], event: TraceEvent, { parent }: TraceEvent): boolean {
  const span = parent === null ? null : findEvent(events, parent);
  return span !== null && isInside(events, event, span);
}
