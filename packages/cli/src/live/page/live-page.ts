import type { RunReport } from "@irsa-sim/core";
import { toJson } from "@irsa-sim/trace-views";
import { embedInPage } from "../../page/embed-in-page.js";
import { openScenario } from "../../page/open-scenario.js";
import { readPage } from "../../page/read-page.js";
import type { ReportChanges } from "./report-changes.js";

/** The page of a simulation, as the control API serves it. */
export interface LivePage {
  /** HTML, with what has happened so far. */
  html(): string;
  /** JSON of what has happened so far (irsa-sim/run/v1), with secrets shortened. */
  report(): string;
  /** What the page is told from then on. */
  readonly changes: ReportChanges;
}

/** The page asks nobody for anything, but for the one who serves it when it is live. */
const ASKS_NOBODY = "connect-src 'none'";
const ASKS_ITS_SERVER = "connect-src 'self'";

/**
 * Prepares the page of a simulation.
 *
 * @param name of the scenario, as it was typed
 * @throws {UsageError} when the page was not made
 */
export function createLivePage(name: string, cell: string | undefined, changes: ReportChanges): LivePage {
  const page = readPage();
  if (!page.includes(ASKS_NOBODY)) throw new Error("the page's policy says nothing of connections");
  const opened = openScenario(name, cell);
  const textOf = (report: RunReport): string => [...toJson(report, { showTokens: false })].join("");
  return {
    changes,
    report: () => textOf(changes.begin().report),
    html() {
      const { report, revision } = changes.begin();
      return embedInPage(page.replace(ASKS_NOBODY, ASKS_ITS_SERVER), { ...opened, report: textOf(report), conditions: null, results: [], live: revision });
    },
  };
}
