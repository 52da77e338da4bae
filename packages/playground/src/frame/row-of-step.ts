import type { Row } from "@irsa-sim/trace-views";

/** Where a step begins, or at its refusal where it has one; -1 when the step has no row. */
export function rowOfStep(rows: readonly Row[], step: number): number {
  const refused = rows.findIndex((row) => row.step === step && row.isRefused && row.kind === "response");
  return refused === -1 ? rows.findIndex((row) => row.step === step) : refused;
}
