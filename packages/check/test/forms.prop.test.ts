/** Whatever the world, whatever is wrong in it, and however it is written: that is found, in the place where it was written, and nobody else is accused. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkInput } from "./check-input.js";
import { FORMS } from "./forms/forms.js";
import { randomWorld } from "./forms/random-world.js";
import { changedPlaces, isChanged } from "./mutations/changed-places.js";
import { MUTATIONS } from "./mutations/mutations.js";

/** Each of its own seed, so that a fault is found again by the name of its test. */
const CHUNKS = Array.from({ length: 10 }, (_, index) => index + 1);
const RUNS_PER_CHUNK = 60;

const broken = fc
  .record({ world: randomWorld, victim: fc.nat(), form: fc.constantFrom(...FORMS), mutation: fc.constantFrom(...MUTATIONS) })
  .map(({ world, victim, form, mutation }) => {
    const index = victim % world.identities.length;
    return {
      name: `${mutation.name}, ${form.name}`,
      mutation,
      identity: world.identities[index],
      before: form.write(world),
      after: form.write(mutation.apply(world, index)),
    };
  })
  .filter(({ mutation, before, after }) => after !== null && (mutation.cause === null || JSON.stringify(before) !== JSON.stringify(after)));

describe("a world with one thing wrong", () => {
  test.each(CHUNKS)(
    "seed %i",
    async (seed) => {
      await fc.assert(
        fc.asyncProperty(broken, async ({ mutation: { cause, isShared = false }, identity, before, after }) => {
          const { workloads } = await checkInput(after ?? []);
          const victim = workloads.find(({ namespace, name }) => namespace === identity?.namespace && name === identity.workload.name);
          const failing = (victim?.containers ?? []).filter(({ failure }) => failure !== null);
          expect([victim === undefined, failing.map(({ failure }) => failure?.cause ?? null)]).toEqual([false, cause === null ? [] : failing.map(() => cause)]);
          if (cause === null) return;
          const changed = changedPlaces(before ?? [], after ?? []);
          for (const { causedAt } of failing)
            expect(
              causedAt.some((place) => isChanged(place, changed)),
              JSON.stringify({ causedAt, changed }),
            ).toBe(true);
          expect(failing.length).toBeGreaterThan(0);
          if (!isShared) expect(workloads.filter((one) => one !== victim && one.verdict === "broken")).toEqual([]);
        }),
        { numRuns: RUNS_PER_CHUNK, seed },
      );
    },
    300_000,
  );
});

test("the same world gives the same verdict in every form", async () => {
  await fc.assert(
    fc.asyncProperty(randomWorld, async (world) => {
      for (const { name, write } of FORMS) {
        const files = write(world);
        if (files === null) continue;
        const { verdict, failure } = await checkInput(files);
        expect([name, verdict, failure?.because ?? null]).toEqual([name, "works", null]);
      }
    }),
    { numRuns: 6, seed: 13 },
  );
}, 300_000);
