import { expect, test } from "vitest";
import { createSimulation } from "./create-simulation.js";

/** As a program may call it that no compiler has seen. */
const start = createSimulation as (...words: readonly unknown[]) => Promise<unknown>;

test.each([
  { name: "a scenario that is no text", words: [7], said: "expected a scenario's name or path, found 7" },
  { name: "options that are none", words: ["basic", null], said: "expected options as an object, found null" },
  { name: "a text in their place", words: ["basic", "sockets"], said: 'expected options as an object, found "sockets"' },
  { name: "an unknown option", words: ["basic", { speed: 2 }], said: 'no option "speed"' },
  { name: "another network", words: ["basic", { network: "socket" }], said: 'network: expected "memory" or "sockets", found "socket"' },
  { name: "a number as the seed", words: ["basic", { seed: 1 }], said: "seed: expected a text, found 1" },
  { name: "a time that is a text", words: ["basic", { startAt: "2026-01-05" }], said: 'startAt: expected a valid Date, found "2026-01-05"' },
  { name: "a time that is none", words: ["basic", { startAt: new Date("soon") }], said: "startAt: expected a valid Date, found an invalid Date" },
  { name: "a listener that is none", words: ["basic", { onTimeChange: {} }], said: "onTimeChange: expected a function, found an object" },
])("$name is refused", async ({ words, said }) => {
  await expect(start(...words)).rejects.toMatchObject({ code: "ERR_LIBRARY_OPTIONS", name: "OptionsError", message: `createSimulation: ${said}` });
});

test("a misspelled option comes with the one that was meant", async () => {
  await expect(start("basic", { starAt: new Date(0) })).rejects.toMatchObject({ hint: "perhaps startAt" });
});

test("what is applied is text or objects", async () => {
  await using simulation = await createSimulation();
  const apply = simulation.apply as (documents: unknown) => Promise<void>;
  await expect(apply(5)).rejects.toMatchObject({ code: "ERR_LIBRARY_OPTIONS", message: expect.stringContaining("found 5") as string });
});
