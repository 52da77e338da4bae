import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Clock } from "./clock.js";
import { epochMillis } from "./epoch.js";
import { VirtualClock } from "./virtual-clock.js";

const START = 1_000_000;

/** What `work` does on a clock that is ahead, and the true time at which each of its marks was made. */
async function marks(seconds: number, work: (clock: Clock, mark: (name: string) => void) => unknown): Promise<readonly string[]> {
  const clock = new VirtualClock(epochMillis(START));
  const log: string[] = [];
  clock.at(clock.now(), async () => {
    await work(clock.skewed(seconds), (name) => log.push(`${name} ${clock.now() - START}`));
  });
  await clock.advanceBy(100_000);
  return log;
}

describe.each([{ seconds: 60 }, { seconds: -60 }, { seconds: 0 }])("a clock that is $seconds s ahead", ({ seconds }) => {
  test.each<{ readonly name: string; readonly work: (clock: Clock, mark: (name: string) => void) => unknown; readonly log: readonly string[] }>([
    { name: "tells another time", work: (clock, mark) => mark(String(clock.now() - START)), log: [`${seconds * 1000} 0`] },
    {
      name: "keeps appointments by its own time",
      work: (clock, mark) => clock.at(epochMillis(clock.now() + 5), () => mark(String(clock.now() - START))),
      log: [`${seconds * 1000 + 5} 5`],
    },
    {
      name: "forgets those that were cancelled",
      work: (clock, mark) => clock.at(epochMillis(clock.now() + 5), () => mark("never")).cancel(),
      log: [],
    },
    { name: "goes as fast as the other", work: (clock, mark) => clock.sleep(7).then(() => mark("slept")), log: ["slept 7"] },
    {
      name: "does something every so often",
      work: (clock, mark) => clock.every(40_000, () => mark("again")),
      log: ["again 40000", "again 80000"],
    },
    {
      name: "waits for several things",
      work: (clock, mark) => clock.all([() => clock.sleep(3), () => clock.sleep(4)]).then((values) => mark(`all ${values.length}`)),
      log: ["all 2 4"],
    },
    {
      name: "gives a wait up",
      work: (clock, mark) => clock.race([(signal) => clock.sleep(9, { signal }).then(() => mark("never")), () => clock.sleep(2)]).then(() => mark("first")),
      log: ["first 2"],
    },
    {
      name: "waits for what is no time",
      work: (clock, mark) => {
        const latch = clock.createLatch<string>();
        clock.at(epochMillis(clock.now() + 6), () => latch.open("opened"));
        return latch.wait().then(mark);
      },
      log: ["opened 6"],
    },
  ])("$name", async ({ work, log }) => {
    expect(await marks(seconds, work)).toEqual(log);
  });
});

test("of a skewed clock another may be made: the differences add up", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 }), (first, second) => {
      const clock = new VirtualClock(epochMillis(START));
      expect(clock.skewed(first).skewed(second).now()).toBe(START + (first + second) * 1000);
    }),
  );
});
