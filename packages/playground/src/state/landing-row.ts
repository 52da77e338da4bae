import type { Row } from "@irsa-sim/trace-views";

/** Where the viewer stands after a run: at what broke; at the end of an edited run that went well, at the beginning of one that is new. */
export function landingRow(rows: readonly Row[], { isRefused, isNew }: { readonly isRefused: boolean; readonly isNew: boolean }): number {
  if (!isRefused) return isNew ? 0 : Math.max(0, rows.length - 1);
  const broken = rows.findLastIndex((row) => row.isRefused && row.kind === "response");
  return broken === -1 ? Math.max(0, rows.length - 1) : broken;
}
