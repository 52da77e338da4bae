/** Whether a pod is still what its controller wrote, as a pure rule. */
import type { Json, JsonObject } from "@irsa-sim/core";
import { templateHashOf } from "./template-hash.js";

/** What a controller looks at: the environment of the containers, or the hash of the template that it put on the pod. */
export type DriftRule = "environment" | "template";

/** A difference, as the controller sees it. */
export interface Drift {
  /** `null` when it is in the pod as a whole. */
  readonly container: string | null;
  /** As it stands in the controller's log. */
  readonly reason: string;
  /** What the controller wrote. */
  readonly old: Json;
  /** What it finds. */
  readonly new: Json;
}

interface Container {
  readonly name: string;
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
}

/**
 * Compares a pod with the template from which its controller made it; `null` when nothing differs.
 *
 * Differs from the operators that do it: variables are compared by name, value and order, and one whose value is taken from elsewhere by its name alone.
 */
export function decideDrift(template: JsonObject, live: JsonObject, rule: DriftRule): Drift | null {
  return rule === "environment" ? environmentDrift(template, live) : templateDrift(template, live);
}

function environmentDrift(template: JsonObject, live: JsonObject): Drift | null {
  const found = containersOf(live);
  for (const container of containersOf(template)) {
    const old = variablesOf(container);
    const now = variablesOf(found.find(({ name }) => name === container.name));
    if (JSON.stringify(old) === JSON.stringify(now)) continue;
    const reason = `environment variable configuration changed, old: ${show(old)}, new: ${show(now)}`;
    return { container: container.name, reason, old, new: now };
  }
  return null;
}

function templateDrift(template: JsonObject, live: JsonObject): Drift | null {
  const [old, now] = [templateHashOf(template), templateHashOf(live)];
  return old === now ? null : { container: null, reason: `pod template changed, old: ${old}, new: ${now}`, old, new: now };
}

function containersOf({ spec }: JsonObject): readonly Container[] {
  const { containers, initContainers = [] } = spec as unknown as { readonly containers: readonly Container[]; readonly initContainers?: readonly Container[] };
  return [...containers, ...initContainers];
}

function variablesOf(container: Container | undefined): readonly { readonly name: string; readonly value: string }[] {
  return (container?.env ?? []).map(({ name, value = "" }) => ({ name, value }));
}

/** As Go prints a list of variables. */
function show(variables: ReturnType<typeof variablesOf>): string {
  return `[${variables.map(({ name, value }) => `{Name:${name} Value:${value} ValueFrom:nil}`).join(" ")}]`;
}
