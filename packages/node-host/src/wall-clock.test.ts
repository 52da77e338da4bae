import { type DrivenClock, epochMillis, VirtualClock } from "@irsa-sim/core/time";
import { describe, expect, test } from "vitest";
import { WallClock } from "./wall-clock.js";

/** A host whose time passes when a test says so. */
function createHost() {
  let now = 0;
  let timers: { readonly due: number; readonly wake: () => void }[] = [];
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    /** Somebody sets its clock back; what is awaited is awaited as long as before. */
    setBack(durationMs: number) {
      now -= durationMs;
      timers = timers.map(({ due, wake }) => ({ due: due - durationMs, wake }));
    },
    pending: () => timers.length,
    schedule(delayMs: number, wake: () => void) {
      const timer = { due: now + delayMs, wake };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async pass(durationMs: number) {
      const end = now + durationMs;
      for (;;) {
        await settled();
        const next = timers.toSorted((a, b) => a.due - b.due)[0];
        if (next === undefined || next.due > end) break;
        timers = timers.filter((other) => other !== next);
        now = next.due;
        next.wake();
      }
      now = end;
      await settled();
    },
  };
}

function create(options: { readonly timeScale?: number; readonly isHeld?: boolean } = {}) {
  const host = createHost();
  const errors: unknown[] = [];
  const clock = new WallClock({ timers: host, startAt: epochMillis(0), onTaskError: (error) => errors.push(error), ...options });
  return { host, errors, clock };
}

/** A bit of everything, and what it did when. */
async function playOn(clock: DrivenClock): Promise<readonly string[]> {
  const log: string[] = [];
  const latch = clock.createLatch<string>();
  const tell = (what: string): void => void log.push(`${what} at ${clock.now()}`);
  clock.at(epochMillis(30), () => tell("third"));
  clock.at(epochMillis(10), () => tell("first"));
  clock.at(epochMillis(10), async () => {
    await clock.sleep(10);
    tell("second, part one");
    tell(await clock.race([() => clock.sleep(50).then(() => "slow"), (signal) => clock.sleep(5, { signal }).then(() => "fast")]));
  });
  clock.at(epochMillis(12), async () => tell(`latch ${await latch.wait()}`));
  clock.at(epochMillis(40), () => latch.open("open"));
  const timer = clock.every(15, () => tell("every"));
  await clock.advanceBy(46);
  timer.cancel();
  tell(JSON.stringify(await clock.run(() => clock.all([() => clock.sleep(4).then(() => "a"), () => clock.sleep(2).then(() => "b")]))));
  let isReached = false;
  clock.at(epochMillis(55), () => {
    isReached = true;
  });
  tell(String(await clock.advanceUntil(() => isReached, epochMillis(60))));
  tell(String(await clock.advanceUntil(() => false, epochMillis(60))));
  return log;
}

test("the same work does the same at the same times as on a virtual clock", async () => {
  const { host, clock } = create();
  const played = playOn(clock);
  await host.pass(200);
  expect(await played).toEqual(await playOn(new VirtualClock(epochMillis(0))));
});

test("a time limit on something outside runs out while that is still under way", async () => {
  const { host, clock } = create();
  const limited = clock.run(() => clock.race([() => new Promise<string>(() => {}), (signal) => clock.sleep(1000, { signal }).then(() => "too late")]));
  const next = clock.advanceBy(2000);
  await host.pass(3000);
  expect([await limited, await next]).toEqual(["too late", undefined]);
});

test("scaled time passes so many times as fast", async () => {
  const { host, clock } = create({ timeScale: 60 });
  const seen: number[] = [];
  clock.at(epochMillis(60_000), () => void seen.push(host.now()));
  await host.pass(1000);
  expect([seen, clock.now(), clock.skewed(3600).now()]).toEqual([[1000], 60_000, 3_660_000]);
});

test("time that its owner moves on takes no time of the host, and goes on by itself from there", async () => {
  const { host, clock } = create({ timeScale: 60 });
  const ran: number[] = [];
  clock.at(epochMillis(3_600_000), () => void ran.push(clock.now()));
  const day = clock.advanceBy(86_400_000);
  await host.pass(0);
  await day;
  const seen = [host.now(), clock.now()];
  await host.pass(1000);
  expect([ran, seen, clock.now()]).toEqual([[3_600_000], [0, 86_400_000], 86_460_000]);
});

test("two who move time on at once each come to their own instant", async () => {
  const { host, clock } = create();
  const log: string[] = [];
  clock.at(epochMillis(50), () => void log.push("due at 50"));
  const moves = [10, 100].map((durationMs) => clock.advanceBy(durationMs).then(() => log.push(`moved to ${clock.now()}`)));
  await host.pass(0);
  await Promise.all(moves);
  expect(log).toEqual(["moved to 10", "due at 50", "moved to 100"]);
});

describe("a clock that is held", () => {
  test("stands still while its owner works and moves it, as a virtual one", async () => {
    const { host, clock } = create({ isHeld: true });
    const played = playOn(clock);
    await host.pass(200);
    expect(await played).toEqual(await playOn(new VirtualClock(epochMillis(0))));
    expect(clock.now()).toBe(60);
  });

  test("waits for what takes the host's time", async () => {
    const { host, clock } = create({ isHeld: true });
    let answer = (): void => {};
    const asked = clock.run(() => new Promise<void>((resolve) => (answer = resolve)).then(() => clock.now()));
    await host.pass(5000);
    answer();
    await host.pass(0);
    expect(await asked).toBe(0);
  });

  test("passes from where it is let go, with what is due from then on", async () => {
    const { host, clock } = create({ isHeld: true, timeScale: 60 });
    const ran: number[] = [];
    clock.at(epochMillis(60_000), () => void ran.push(host.now()));
    await host.pass(5000);
    clock.letGo();
    await host.pass(1000);
    expect([ran, clock.now()]).toEqual([[6000], 60_000]);
  });

  test("says so when the work waits for nothing that will come", async () => {
    const { host, clock } = create({ isHeld: true });
    const waiting = expect(clock.run(() => clock.createLatch().wait())).rejects.toThrow("no task will bring about");
    await host.pass(0);
    await waiting;
  });
});

test.each([0, -1, Number.NaN])("a time scale of %d is refused", (timeScale) => {
  expect(() => create({ timeScale })).toThrow(RangeError);
});

test("a wait longer than a timer of the host can be is set again", async () => {
  const { host, clock } = create();
  const ran: number[] = [];
  clock.at(epochMillis(3 * 2 ** 31), () => void ran.push(host.now()));
  await host.pass(4 * 2 ** 31);
  expect(ran).toEqual([3 * 2 ** 31]);
});

test("a cancelled task does not run, and the clock then sets no timer", async () => {
  const { host, clock } = create();
  clock.at(epochMillis(10), () => expect.unreachable()).cancel();
  await host.pass(20);
  expect(host.pending()).toBe(0);
});

describe("the error of a task", () => {
  const fail = (clock: WallClock) =>
    clock.at(epochMillis(5), () => {
      throw new Error("task failed");
    });

  test("surfaces from the advance", async () => {
    const { host, clock, errors } = create();
    fail(clock);
    const advance = expect(clock.advanceBy(10)).rejects.toThrow("task failed");
    await host.pass(20);
    await advance;
    expect(errors).toEqual([]);
  });

  test("is reported when nobody waits, and the next task runs all the same", async () => {
    const { host, clock, errors } = create();
    const ran: number[] = [];
    fail(clock);
    clock.at(epochMillis(6), () => void ran.push(clock.now()));
    await host.pass(20);
    expect([errors.map(String), ran]).toEqual([["Error: task failed"], [6]]);
  });
});

test("run throws what the work throws, and tells nobody else", async () => {
  const { clock, errors } = create();
  await expect(clock.run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(errors).toEqual([]);
});

describe("a closed clock", () => {
  test("runs nothing, tells all who wait, and leaves no timer behind", async () => {
    const { host, clock } = create();
    clock.every(1, () => expect.unreachable());
    const waits = [clock.run(() => clock.sleep(10)), clock.run(() => clock.createLatch().wait()), clock.advanceBy(10)].map((wait) =>
      expect(wait).rejects.toThrow("the clock was closed"),
    );
    clock.close();
    await Promise.all(waits);
    await host.pass(100);
    expect(host.pending()).toBe(0);
  });

  test("takes no new work", () => {
    const { clock } = create();
    clock.close();
    expect(() => clock.at(epochMillis(1), () => {})).toThrow("the clock was closed");
  });
});

test("when the host's clock is set back, time goes on from where it was, and what falls due does so as if nothing had been", async () => {
  const { host, clock } = create({ timeScale: 2 });
  const seen: number[] = [];
  clock.every(100, () => void seen.push(clock.now()));
  await host.pass(60);
  expect(clock.now()).toBe(120);
  host.setBack(1_000_000);
  expect(clock.now()).toBe(120);
  await host.pass(100);
  expect([clock.now(), seen]).toEqual([320, [100, 200, 300]]);
});
