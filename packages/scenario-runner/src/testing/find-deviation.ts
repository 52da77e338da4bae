import type { Deviation, StepReport } from "@irsa-sim/core";

/** The first step that came out otherwise than in the base; `null` when all came out the same. */
export function findDeviation(
  { base, steps }: { readonly base: string; readonly steps: readonly StepReport[] },
  here: readonly StepReport[],
): Deviation | null {
  for (const [index, { step, title, outcome }] of here.entries()) {
    const inBase = steps[index]?.outcome;
    if (inBase !== undefined && inBase !== outcome) return { step, title, base, inBase, here: outcome };
  }
  return null;
}
