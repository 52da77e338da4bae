import type { Json, JsonObject } from "@irsa-sim/core";

/** One place at which two values differ, and the lines of both there. */
export interface JsonChange {
  /** `aws`, `roles`, `my-pod-role`, `trustPolicy`, `Statement`, `0`. */
  readonly place: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Where two JSON values differ, in order, as deep as both have the place. */
export function listChanges(before: Json, after: Json, place: readonly string[] = []): readonly JsonChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after)) return [change(place, before, after)];
  if (Array.isArray(before) && Array.isArray(after) && before.length !== after.length) return [change(place, before, after)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const others = names.filter((name) => name in before && name in after);
  const gone = names.filter((name) => !others.includes(name));
  const own = gone.length === 0 ? [] : [change(place, pick(before as JsonObject, gone), pick(after as JsonObject, gone))];
  return [...own, ...others.flatMap((name) => listChanges((before as JsonObject)[name] as Json, (after as JsonObject)[name] as Json, [...place, name]))];
}

function change(place: readonly string[], before: Json | undefined, after: Json | undefined): JsonChange {
  return { place, before: linesOf(before), after: linesOf(after) };
}

function pick(from: JsonObject, names: readonly string[]): Json | undefined {
  const picked = names.flatMap((name) => (name in from ? [[name, from[name] as Json] as const] : []));
  return picked.length === 0 ? undefined : Object.fromEntries(picked);
}

function linesOf(value: Json | undefined): readonly string[] {
  if (value === undefined) return [];
  if (isContainer(value) && !Array.isArray(value)) return Object.entries(value).map(([name, member]) => `${name}: ${shown(member as Json)}`);
  return [shown(value)];
}

function shown(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isContainer(value: Json): value is JsonObject | Json[] {
  return typeof value === "object" && value !== null;
}
