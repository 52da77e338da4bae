import type { Place } from "./place.js";

/** An object or a list around the caret; `name` is what was named last in it. */
interface Around {
  readonly kind: "object" | "list";
  name: string | null;
  isValue: boolean;
}

/** Strings, with or without their end, and what gives a text its shape. */
const TOKENS = /"(?:[^"\\]|\\.)*("|$)|[{}[\]:,]/g;

/**
 * Finds the place in a JSON text from what stands before it, since what is being written is no valid JSON yet.
 *
 * @example
 * jsonPathAt('{ "Statement": [{ "Eff', 22); // { path: ["Statement", "-"], word: "Eff", isValue: false, isQuoted: true }
 */
export function jsonPathAt(text: string, position: number): Place {
  const before = text.slice(0, position);
  const around: Around[] = [];
  let open: string | null = null;
  for (const { 0: token, 1: end, index } of before.matchAll(TOKENS)) {
    if (token.startsWith('"')) {
      const isEnded = end === '"' && token.length > 1;
      if (!isEnded && index + token.length === before.length) open = token.slice(1);
      const inner = around.at(-1);
      if (isEnded && inner?.kind === "object" && !inner.isValue) inner.name = token.slice(1, -1);
    } else step(token, around);
  }
  const inner = around.at(-1);
  const isValue = inner !== undefined && (inner.kind === "list" || inner.isValue);
  const path = around.flatMap((one, index) => (one.kind === "list" ? ["-"] : index < around.length - 1 || one.isValue ? [one.name ?? ""] : []));
  return { path, word: open ?? /[\w-]*$/.exec(before)?.[0] ?? "", isValue, isQuoted: open !== null };
}

function step(token: string, around: Around[]): void {
  const inner = around.at(-1);
  if (token === "{") around.push({ kind: "object", name: null, isValue: false });
  else if (token === "[") around.push({ kind: "list", name: null, isValue: true });
  else if (token === "}" || token === "]") around.pop();
  else if (inner?.kind === "object") inner.isValue = token === ":";
}
