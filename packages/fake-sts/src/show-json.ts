import type { Json } from "@irsa-sim/core";

/** Deeper than any document that somebody writes, and far from where a serializer runs out of stack. */
const MAX_LEVELS = 32;

/**
 * Shows a value that somebody sent, for a check; what is nested too deep to serialize is described.
 *
 * @example showJson(["a"]) // => '["a"]'
 */
export function showJson(value: Json): string {
  return isNestedDeeper(value, MAX_LEVELS) ? `a value nested more than ${MAX_LEVELS} levels deep` : JSON.stringify(value);
}

function isNestedDeeper(value: Json, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isNestedDeeper(member as Json, levels - 1));
}
