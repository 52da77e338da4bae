/** The page of a simulation that real clients call: it asks who served it for the run as it stands whenever something has happened. */
import type { RunReport } from "@irsa-sim/core";
import { fromJson } from "@irsa-sim/trace-views";

/** Where the simulation's control API has them, beside the page. */
const TRACE = "trace";
const REPORT = "report";
/** Calls come in bunches; drawing each would keep a browser busy. */
const BUNCH_MS = 200;

/** What became of the line to the simulation. */
export type LiveStatus = "following" | "interrupted";

/** What is told. */
export interface LiveListener {
  onReport(report: RunReport): void;
  onStatus(status: LiveStatus): void;
}

/**
 * Follows the simulation that serves the page. The browser comes back by itself after an interruption, and the run is asked for again then.
 *
 * @returns what ends it
 */
export function followLive({ onReport, onStatus }: LiveListener): () => void {
  const source = new EventSource(TRACE);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isOver = false;
  const ask = async (): Promise<void> => {
    try {
      const response = await fetch(REPORT);
      const text = await response.text();
      const report = response.ok ? fromJson(text) : null;
      if (!isOver && report !== null) onReport(report);
    } catch (error) {
      // As fetch tells that nobody answers; the source tells it too, and when somebody does again.
      if (!(error instanceof TypeError)) throw error;
    }
    timer = null;
  };
  const askSoon = (): void => {
    timer ??= setTimeout(() => void ask(), BUNCH_MS);
  };
  source.addEventListener("open", () => {
    onStatus("following");
    askSoon();
  });
  source.addEventListener("error", () => onStatus("interrupted"));
  source.addEventListener("ended", askSoon);
  return () => {
    isOver = true;
    source.close();
    if (timer !== null) clearTimeout(timer);
  };
}
