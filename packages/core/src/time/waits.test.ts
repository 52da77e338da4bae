import { describe, expect, test } from "vitest";
import type { Clock } from "./clock.js";
import { epochMillis } from "./epoch.js";
import { VirtualClock } from "./virtual-clock.js";

const create = (): VirtualClock => new VirtualClock(epochMillis(0));

/** Runs `work` and tells what came of it and when; time then goes on far enough for every loser to show itself. */
async function outcome(work: (clock: Clock) => Promise<unknown>): Promise<string> {
  const clock = create();
  const result = await clock.run(() =>
    work(clock).then(
      (value) => `${JSON.stringify(value)} at ${clock.now()}`,
      (error: Error) => `${error.name}: ${error.message} at ${clock.now()}`,
    ),
  );
  await clock.advanceBy(1000);
  return result;
}

const after = async (clock: Clock, durationMs: number, value: string): Promise<string> => {
  await clock.sleep(durationMs);
  return value;
};
const failAfter = async (clock: Clock, durationMs: number): Promise<string> => {
  await clock.sleep(durationMs);
  throw new Error("broken");
};

describe("waits side by side", () => {
  test.each<{ readonly name: string; readonly work: (clock: Clock) => Promise<unknown>; readonly expected: string }>([
    { name: "race: the first", work: (clock) => clock.race([() => after(clock, 30, "slow"), () => after(clock, 20, "fast")]), expected: '"fast" at 20' },
    {
      name: "race: of two at once the first that was scheduled",
      work: (clock) => clock.race([() => after(clock, 5, "a"), () => after(clock, 5, "b")]),
      expected: '"a" at 5',
    },
    {
      name: "race: the first may fail",
      work: (clock) => clock.race([() => after(clock, 30, "slow"), () => failAfter(clock, 20)]),
      expected: "Error: broken at 20",
    },
    {
      name: "race: a loser's failure is nobody's business",
      work: (clock) => clock.race([() => after(clock, 10, "fast"), () => failAfter(clock, 20)]),
      expected: '"fast" at 10',
    },
    { name: "race: without waiting", work: (clock) => clock.race([async () => "now", () => after(clock, 1, "later")]), expected: '"now" at 0' },
    {
      name: "race: a branch that throws before it waits",
      work: (clock) =>
        clock.race([
          () => {
            throw new Error("at once");
          },
        ]),
      expected: "Error: at once at 0",
    },
    {
      name: "race: within a race",
      work: (clock) => clock.race([() => clock.race([() => after(clock, 9, "inner")]), () => after(clock, 10, "outer")]),
      expected: '"inner" at 9',
    },
    { name: "race: nobody", work: async (clock) => clock.race([]), expected: "RangeError: a race without branches never ends at 0" },
    {
      name: "all: in order of the branches",
      work: (clock) => clock.all([() => after(clock, 30, "a"), () => after(clock, 20, "b")]),
      expected: '["a","b"] at 30',
    },
    { name: "all: the first failure", work: (clock) => clock.all([() => after(clock, 30, "a"), () => failAfter(clock, 20)]), expected: "Error: broken at 20" },
    {
      name: "all: a second failure is nobody's business",
      work: (clock) => clock.all([() => failAfter(clock, 30), () => failAfter(clock, 20)]),
      expected: "Error: broken at 20",
    },
    { name: "all: nothing", work: (clock) => clock.all([]), expected: "[] at 0" },
    {
      name: "on a skewed clock",
      work: (clock) => clock.skewed(60).race([() => after(clock.skewed(-60), 7, "same"), () => after(clock, 8, "time")]),
      expected: '"same" at 7',
    },
  ])("$name", async ({ work, expected }) => {
    expect(await outcome(work)).toBe(expected);
  });
});

test("a loser's timer leaves the queue and holds nothing up", async () => {
  const clock = create();
  const reasons: unknown[] = [];
  await clock.run(() =>
    clock.race([
      () => clock.sleep(10),
      async (signal) => {
        await clock.sleep(500, { signal }).catch((reason: unknown) => reasons.push(`${reason} at ${clock.now()}`));
      },
    ]),
  );
  expect(reasons).toEqual(["AbortError: another branch of the race was first at 10"]);
  expect(await clock.advanceUntil(() => clock.now() >= 500, epochMillis(499))).toBe(false);
});

test("a loser that goes on is waited for before time moves", async () => {
  const clock = create();
  const log: string[] = [];
  let answer = (): void => {};
  const socket = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await clock.run(async () => {
    await clock.race([
      async () => {
        await socket;
        log.push(`socket at ${clock.now()}`);
      },
      async () => {},
    ]);
    answer();
    await clock.sleep(10);
    log.push(`caller at ${clock.now()}`);
  });
  expect(log).toEqual(["socket at 0", "caller at 10"]);
});

describe("an aborted sleep", () => {
  test.each([
    { name: "ends when the signal says so", abortAt: 5, expected: "stop at 5" },
    { name: "never begins when it was aborted before", abortAt: -1, expected: "stop at 0" },
    { name: "does not mind an abort after its end", abortAt: 20, expected: "slept at 10" },
  ])("$name", async ({ abortAt, expected }) => {
    const clock = create();
    const controller = new AbortController();
    if (abortAt < 0) controller.abort("stop");
    else clock.at(epochMillis(abortAt), () => controller.abort("stop"));
    const ended = await clock.run(() =>
      clock.sleep(10, { signal: controller.signal }).then(
        () => `slept at ${clock.now()}`,
        (reason) => `${reason} at ${clock.now()}`,
      ),
    );
    await clock.advanceBy(100);
    expect(ended).toBe(expected);
  });
});

describe("a latch", () => {
  test("lets all who wait go on at the instant at which it opens, and does not keep time from moving", async () => {
    const clock = create();
    const latch = clock.createLatch<string>();
    const log: string[] = [];
    for (const name of ["a", "b"]) {
      clock.at(epochMillis(1), async () => {
        const value = await latch.wait();
        await clock.sleep(2);
        log.push(`${name} ${value} ${clock.now()}`);
      });
    }
    clock.at(epochMillis(50), () => latch.open("opened"));
    clock.at(epochMillis(50), () => latch.open("again"));
    await clock.advanceBy(100);
    expect(log).toEqual(["a opened 52", "b opened 52"]);
    expect(await clock.run(() => latch.wait())).toBe("opened");
  });

  test("that was opened between two moves is seen to before the next", async () => {
    const clock = create();
    const latch = clock.createLatch<void>();
    const log: number[] = [];
    clock.at(epochMillis(1), async () => {
      await latch.wait();
      log.push(clock.now());
    });
    await clock.advanceBy(10);
    latch.open();
    await clock.advanceBy(10);
    expect(log).toEqual([10]);
  });

  test("can be given up", async () => {
    const clock = create();
    const latch = clock.createLatch<string>();
    const wait = clock.run(() => clock.race([(signal) => latch.wait({ signal }), () => after(clock, 5, "late")]));
    expect(await wait).toBe("late");
    latch.open("nobody waits");
    await clock.advanceBy(1);
  });

  test("that nobody will open is a mistake of who runs the work", async () => {
    const clock = create();
    await expect(clock.run(() => clock.createLatch().wait())).rejects.toThrow("the work waits for something that no task will bring about");
  });
});

describe("outside a task", () => {
  test.each<{ readonly name: string; readonly wait: (clock: Clock) => Promise<unknown> }>([
    { name: "sleep()", wait: (clock) => clock.sleep(1) },
    { name: "race()", wait: (clock) => clock.race([async () => 1]) },
    { name: "all()", wait: (clock) => clock.all([async () => 1]) },
    { name: "wait()", wait: (clock) => clock.createLatch().wait() },
  ])("$name is a mistake", async ({ name, wait }) => {
    await expect(async () => wait(create())).rejects.toThrow(`${name} was called outside a task of this clock`);
  });
});

test("two sleeps at once are told what to do instead, and the clock goes on once the stray one is over", async () => {
  const clock = create();
  await expect(clock.run(() => Promise.all([clock.sleep(1), clock.sleep(2)]))).rejects.toThrow("wait for several things with all() or race()");
  await clock.advanceBy(1);
  expect(await clock.run(() => after(clock, 3, "alive"))).toBe("alive");
});
