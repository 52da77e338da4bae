import type { Step } from "@irsa-sim/core";
import type { Prediction } from "./lesson-state.js";

/** What somebody types as the answer to a lesson. */
export type Answer = { readonly kind: "hint" } | { readonly kind: "skip" } | { readonly kind: "prediction"; readonly prediction: Prediction };

/**
 * Reads an answer: `hint`, `skip`, or the step in which it is refused and the cause, each of which may be `none`; `null` when it is none of these.
 *
 * @example parseAnswer("7 trust-sub-mismatch") // => { kind: "prediction", prediction: { step: 7, cause: "trust-sub-mismatch" } }
 */
export function parseAnswer(line: string): Answer | null {
  const [first = "", second = "none", ...more] = line.trim().split(/\s+/u);
  if (more.length > 0) return null;
  if (second === "none" && (first === "hint" || first === "skip")) return { kind: first };
  if (!/^(\d|none)$/.test(first) || !/^[a-z0-9-]+$/.test(second)) return null;
  return { kind: "prediction", prediction: { step: first === "none" ? null : (Number(first) as Step), cause: second === "none" ? null : second } };
}
