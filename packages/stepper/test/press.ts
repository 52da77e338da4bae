import { decideKey } from "../src/state/decide-key.js";
import type { Decision } from "../src/state/decision.js";
import type { StepperState } from "../src/state/stepper-state.js";

/** Presses keys one after the other, on a screen that shows ten of thirty lines; what is to be done is that of the last. */
export function press(state: StepperState, ...keys: readonly string[]): Decision {
  return keys.reduce<Decision>((decision, key) => decideKey(decision.state, key, { shown: 10, all: 30 }), { state, effect: null });
}
