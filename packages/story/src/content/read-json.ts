import type { Json } from "@irsa-sim/core";

/** The object or list that a text is as JSON; `null` when it is none: a text that only looks like JSON is text. */
export function readJson(text: string): Extract<Json, object> | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text) as Extract<Json, object>;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
