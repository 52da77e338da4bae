import type { Trace } from "@irsa-sim/core";

/** The trace as who works in one cluster sees it: whatever is begun there is about the cluster. */
export function traceOfCluster(trace: Trace, cluster: string): Trace {
  return {
    get events() {
      return trace.events;
    },
    get recorded() {
      return trace.recorded;
    },
    root: trace.root.about({ cluster }),
    quiet: trace.quiet,
    onEvent: trace.onEvent,
  };
}
