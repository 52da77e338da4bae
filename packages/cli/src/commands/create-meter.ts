import { getHeapStatistics } from "node:v8";
import type { Meter } from "@irsa-sim/scenario-runner";

/** Creates the meter of this thread: real time, and what its heap and its buffers hold. */
export function createMeter(): Meter {
  return {
    wallMs: () => performance.now(),
    memoryBytes: () => {
      const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
      return heap + external;
    },
  };
}
