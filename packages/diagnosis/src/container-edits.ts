import type { ChangeEvent, Edit, JsonObject } from "@irsa-sim/core";
import type { FailureView } from "./failure-view.js";
import { failingContainers, lastStoredPod, type StoredContainer, type StoredPod } from "./node-role.js";

type View = Pick<FailureView, "events" | "subject">;

/** The pod that failed, as a document; `null` when none was stored. */
export function podSource({ events }: Pick<FailureView, "events">): string | null {
  const pod = lastStoredPod(events);
  return pod === null ? null : `Pod/${pod.metadata.namespace ?? "default"}/${pod.metadata.name}`;
}

/** A change in the manifest of the pod that failed; none where no pod was stored. */
export function podEdit(view: Pick<FailureView, "events">, pointer: string, value: Edit["value"]): readonly Edit[] {
  const source = podSource(view);
  return source === null ? [] : [{ source, pointer, value }];
}

/**
 * Variables of the container that failed, in the manifest of its pod.
 *
 * @param variables what stands beside the name: `{ value: "eu-west-1" }`; `null` takes one away
 */
export function environmentEdits(view: View, variables: Readonly<Record<string, JsonObject | null>>): readonly Edit[] {
  const found = writtenContainer(view);
  if (found === null) return [];
  const kept = (found.container.env ?? []).filter(({ name }) => !(name in variables));
  const added = Object.entries(variables).flatMap(([name, value]) => (value === null ? [] : [{ name, ...value }]));
  const env = [...(kept as readonly JsonObject[]), ...added];
  return podEdit(view, `${found.pointer}/env`, env.length === 0 ? null : env);
}

/** The container that failed, as its manifest has it, and where; the pod's first where nothing says which. `null` where no manifest was sent. */
export function writtenContainer(view: View): { readonly container: StoredContainer; readonly pointer: string } | null {
  const written = writtenPod(view.events);
  const [failing] = failingContainers(view);
  for (const list of ["containers", "initContainers"] as const) {
    const all = written?.spec[list] ?? [];
    const index = all.findIndex(({ name }) => name === failing?.name);
    const container = all[index];
    if (container !== undefined) return { container, pointer: `/spec/${list}/${index}` };
  }
  return null;
}

/** The pod that failed, as it was sent last, before anybody changed it. */
export function writtenPod(events: View["events"]): StoredPod | null {
  const created = events.findLast((event): event is ChangeEvent => event.kind === "change" && isSentPod(event.before));
  return created === undefined ? null : (created.before as unknown as StoredPod);
}

/** What was sent has no uid yet. */
function isSentPod(before: ChangeEvent["before"]): boolean {
  const { kind, metadata } = (before ?? {}) as { readonly kind?: string; readonly metadata?: { readonly uid?: string } };
  return kind === "Pod" && metadata?.uid === undefined;
}
