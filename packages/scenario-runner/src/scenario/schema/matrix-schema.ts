import { list, record, strictObject } from "@irsa-sim/core/schema";
import { z } from "zod";
import { expectationShape } from "./expectation-schema.js";

const value = z.union([z.string().min(1), z.number(), z.boolean()], { error: "text, a number, true or false" });

/** One scenario, played once for each combination of values. */
export const matrixSchema = z
  .object(
    {
      exclude: list(record(value, "names and values"), "a list of cells").optional().describe("cells that are left out: those that have all these values"),
      include: list(
        z.object({ expect: strictObject(expectationShape).optional().describe("what these cells expect instead of the scenario's expect") }).catchall(value),
        "a list of cells",
      )
        .optional()
        .describe("more about the cells that have these values: other variables, or an expect of their own; or a cell more where none has them"),
    },
    { error: "names, each with a list of values" },
  )
  .catchall(list(value, "a list of values").min(1, { error: "a list of values" }));
