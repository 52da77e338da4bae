/** The page of a simulation that real clients call: who served it tells what is new in the run, some times a second at most. */
import type { RunReport } from "@irsa-sim/core";
import { applyReportChange } from "./apply-report-change.js";
import type { ReportChange } from "./report-change.js";

/** Where the simulation's control API tells it, beside the page. */
const CHANGES = "report/changes";

/** What became of the line to the simulation. */
export type LiveStatus = "following" | "interrupted";

/** What is told. */
export interface LiveListener {
  onReport(report: RunReport): void;
  onStatus(status: LiveStatus): void;
}

/** What the page came with. */
export interface LiveBeginning {
  readonly report: RunReport;
  /** Names it to who served it. */
  readonly revision: string;
}

/**
 * Follows the simulation that serves the page. The browser comes back by itself after an interruption, and says how far it had read.
 *
 * @returns what ends it
 */
export function followLive({ report: first, revision }: LiveBeginning, { onReport, onStatus }: LiveListener): () => void {
  const source = new EventSource(`${CHANGES}?${new URLSearchParams({ since: revision })}`);
  let report: RunReport | null = first;
  source.addEventListener("open", () => onStatus("following"));
  source.addEventListener("error", () => onStatus("interrupted"));
  source.addEventListener("change", ({ data }: MessageEvent<string>) => {
    report = applyReportChange(report, JSON.parse(data) as ReportChange);
    if (report !== null) onReport(report);
  });
  return () => source.close();
}
