import { DEFAULT_BUDGET } from "@irsa-sim/scenario-runner";
import { expect, test } from "vitest";
import { decideBudget } from "./decide-budget.js";

const GIBIBYTE = 1024 ** 3;

test.each([
  { name: "by default", flags: {}, heap: 4 * GIBIBYTE, budget: DEFAULT_BUDGET },
  { name: "in a small engine", flags: {}, heap: GIBIBYTE / 2, budget: { ...DEFAULT_BUDGET, maxMemoryBytes: 0.4 * GIBIBYTE } },
  {
    name: "as asked for, however small the engine",
    flags: { maxEvents: 7, maxTime: 5, maxMemory: 2048 },
    heap: GIBIBYTE / 2,
    budget: { maxEvents: 7, maxWallMs: 5000, maxMemoryBytes: 2 * GIBIBYTE },
  },
])("$name", ({ flags, heap, budget }) => {
  expect(decideBudget(flags, heap)).toEqual(budget);
});
