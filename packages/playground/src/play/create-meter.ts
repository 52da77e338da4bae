import type { Meter } from "@irsa-sim/scenario-runner";

/** Creates the page's meter: real time. A browser tells nothing reliable of its memory. */
export function createMeter(): Meter {
  return { wallMs: () => performance.now(), memoryBytes: () => 0 };
}
