import type { RunReport } from "@irsa-sim/core";
import type { Opened } from "./opened.js";
import type { OpenedBlock } from "./opened-block.js";

/** Reads the block that says what is shown first; `null` when there is none. */
export function readOpened(text: string | null): Opened | null {
  if (text === null) return null;
  const { folder, cell, files, report, results } = JSON.parse(text) as OpenedBlock;
  const came = report === null ? null : (JSON.parse(report, withBytes) as RunReport);
  return {
    results,
    open: { folder, cell, isFixed: false, edits: new Map(Object.entries(files)) },
    withReport: (outcome) => (came === null || outcome.kind !== "played" ? outcome : { ...outcome, report: came }),
  };
}

/** Bodies that are bytes stand as base64 in JSON. */
function withBytes(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("bodyBase64" in value)) return value;
  const { bodyBase64, ...message } = value as { readonly bodyBase64: string };
  return { ...message, body: Uint8Array.from(atob(bodyBase64), (character) => character.charCodeAt(0)) };
}
