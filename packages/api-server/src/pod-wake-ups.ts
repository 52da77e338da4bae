import type { Clock, Span } from "@irsa-sim/core";

/** Told that pods changed; `span` is where the first change of the instant was made. */
export type PodsListener = (span: Span) => Promise<void>;

/** Who is told when pods change. */
export interface PodWakeUps {
  /** Adds a listener, which is called until the run ends. */
  onPodsChanged(listener: PodsListener): void;
  /** Wakes the listeners soon, by a task of the clock; once for all changes until then. */
  podsChanged(span: Span): void;
}

/**
 * Creates the wake-ups.
 *
 * Differs from a watch: nothing is sent; who is woken lists the pods over the wire.
 */
export function createPodWakeUps(clock: Clock): PodWakeUps {
  const listeners: PodsListener[] = [];
  let isDue = false;
  return {
    onPodsChanged: (listener) => {
      listeners.push(listener);
    },
    podsChanged: (span) => {
      if (isDue) return;
      isDue = true;
      clock.at(clock.now(), async () => {
        isDue = false;
        for (const listener of listeners) await listener(span);
      });
    },
  };
}
