import { epochMillis } from "@irsa-sim/core";
import { fromJson } from "@irsa-sim/trace-views";
import { DEFAULT_CONDITIONS } from "../play/conditions.js";
import type { Opened } from "./opened.js";
import type { OpenedBlock } from "./opened-block.js";

/** Reads the block that says what is shown first; `null` when there is none. */
export function readOpened(text: string | null): Opened | null {
  if (text === null) return null;
  const { folder, cell, files, report, conditions, results, live } = JSON.parse(text) as OpenedBlock;
  const came = report === null ? null : fromJson(report);
  return {
    results,
    live: live === undefined || came === null ? null : { report: came, revision: live },
    conditions: conditions === null ? DEFAULT_CONDITIONS : { seed: conditions.seed, startAt: epochMillis(conditions.startAt) },
    open: { folder, cell, isFixed: false, edits: new Map(Object.entries(files)) },
    withReport: (outcome) => (came === null || outcome.kind !== "played" ? outcome : { ...outcome, report: came }),
  };
}
