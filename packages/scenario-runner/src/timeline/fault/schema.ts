import { strictObject } from "@irsa-sim/core/schema";
import { FAULT_SHAPE } from "@irsa-sim/simulation";

/** Something breaks, or is mended: the fault's name, and what the fault's own schema let through. */
export const faultSchema = strictObject(FAULT_SHAPE)
  .refine((faults) => Object.keys(faults).length === 1, {
    error: `exactly one of: ${Object.keys(FAULT_SHAPE).join(", ")}`,
    // An unknown fault is told as an unknown key alone.
    when: ({ issues }) => issues.length === 0,
  })
  .describe("what breaks")
  .transform((faults) => {
    const [name = "", written] = Object.entries(faults)[0] ?? [];
    return { name, written };
  });
