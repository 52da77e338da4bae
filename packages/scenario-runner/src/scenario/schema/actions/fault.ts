import { strictObject } from "@irsa-sim/core/schema";
import { FAULT_SHAPE } from "@irsa-sim/simulation";
import { z } from "zod";

const fault = strictObject(FAULT_SHAPE).refine((faults) => Object.keys(faults).length === 1, {
  error: `exactly one of: ${Object.keys(FAULT_SHAPE).join(", ")}`,
  // An unknown fault is told as an unknown key alone.
  when: ({ issues }) => issues.length === 0,
});

/** Something breaks, or is mended. */
export const faultSchema = strictObject({ kind: z.literal("fault"), fault: fault.describe("what breaks") });
