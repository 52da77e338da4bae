import { setFlagsFromString } from "node:v8";

/**
 * Tells V8 what kind of work is coming: very many functions, each called a few hundred times. By itself it spends a third of the time on optimizing functions that
 * are never called often enough to pay for it; quick baseline code for all is worth more (bench/catalogue.mjs).
 */
export function tuneEngine(): void {
  setFlagsFromString("--interrupt-budget=1000000");
  setFlagsFromString("--always-sparkplug");
  setFlagsFromString("--no-lazy-feedback-allocation");
}
