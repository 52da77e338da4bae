import { expect, test } from "vitest";
import type { Changes } from "./changes.js";
import { watchLoop } from "./watch-loop.js";

/** Changes as a test makes them. */
function createChanges(): Changes & { change(): void } {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    count: () => count,
    beyond: (seen) => new Promise((resolve) => (count > seen ? resolve("changed") : waiting.push(() => resolve("changed")))),
    change: () => {
      count += 1;
      for (const tell of waiting) tell();
      waiting = [];
    },
  };
}

/** What happened, told as a list: `during` is called in each run, `keys` are pressed when nothing runs any more. */
async function watched({ keys = [], during = () => {} }: { readonly keys?: readonly string[]; readonly during?: (run: number, change: () => void) => void }) {
  const changes = createChanges();
  const told: string[] = [];
  let runs = 0;
  async function* pressed(): AsyncGenerator<string> {
    for (const key of keys) yield key;
  }
  await watchLoop({
    keys: pressed(),
    changes,
    showTyping: (pattern) => void told.push(`typing ${pattern}`),
    run: async (selection, isOvertaken) => {
      runs += 1;
      during(runs, changes.change);
      told.push(`${typeof selection === "string" ? selection : selection.pattern}${isOvertaken() ? ", overtaken" : ""}`);
    },
  });
  return told;
}

test.each<{ readonly name: string; readonly input: Parameters<typeof watched>[0]; readonly told: readonly string[] }>([
  { name: "one run, and the end of the keys ends it", input: {}, told: ["all"] },
  { name: "a key runs again", input: { keys: ["f", "", "q", "a"] }, told: ["all", "failed", "failed"] },
  { name: "a pattern is shown while it is typed", input: { keys: ["p", "x", "", "q"] }, told: ["all", "typing ", "typing x", "x"] },
  {
    name: "a change during a run overtakes it and leads to another",
    input: { during: (run, change) => (run === 1 ? change() : undefined) },
    told: ["all, overtaken", "all"],
  },
  {
    name: "many changes during a run lead to one more",
    input: { during: (run, change) => (run === 1 ? [change(), change(), change()] : undefined) },
    told: ["all, overtaken", "all"],
  },
  {
    name: "a change during the second run leads to a third, before any key",
    input: { keys: ["f", "q"], during: (run, change) => (run === 2 ? change() : undefined) },
    told: ["all", "failed, overtaken", "failed"],
  },
])("$name", async ({ input, told }) => {
  expect(await watched(input)).toEqual(told);
});
