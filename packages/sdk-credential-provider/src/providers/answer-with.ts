import type { Loaded, SettledAnswer } from "./provider.js";

/** An answer made of what was loaded. */
export function answerWith(loaded: Loaded, inputs: readonly string[]): SettledAnswer {
  return "error" in loaded ? { verdict: "error", inputs, error: loaded.error } : { verdict: "match", inputs, ...loaded };
}
