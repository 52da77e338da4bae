import type { RunReport } from "@irsa-sim/core";
import type { Prediction } from "./lesson-state.js";

/** What a perfect prediction says: the refusing step and its cause; of a run without a refusal the cause that it is warned of. */
export function truthOf({ failure, warnings }: Pick<RunReport, "failure" | "warnings">): Prediction {
  if (failure !== null) return { step: failure.step, cause: failure.cause };
  return { step: null, cause: warnings[0]?.cause ?? null };
}
