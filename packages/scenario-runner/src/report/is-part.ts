import type { Json } from "@irsa-sim/core";

/** Whether everything that `expected` says is so in `actual`: objects may have more members, lists and values are the same. */
export function isPart(expected: Json, actual: Json): boolean {
  if (typeof expected !== "object" || expected === null) return expected === actual;
  if (typeof actual !== "object" || actual === null || Array.isArray(expected) !== Array.isArray(actual)) return false;
  const entries = Object.entries(expected);
  if (Array.isArray(expected) && expected.length !== Object.keys(actual).length) return false;
  return entries.every(([name, value]) => isPart(value, (actual as { readonly [name: string]: Json })[name] ?? null));
}
