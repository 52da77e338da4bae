import { createRandom, epochMillis, VirtualClock } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSyncSchedule } from "./create-sync-schedule.js";
import { decideRest } from "./decide-rest.js";
import { nextSync } from "./next-sync.js";
import { isBefore, type QueuedSync, SyncQueue } from "./sync-queue.js";

function create() {
  const clock = new VirtualClock(epochMillis(0));
  const schedule = createSyncSchedule({ clock, random: createRandom("1") });
  const log: string[] = [];
  const plan = (name: string, at: number, restUntil: number | null = null) =>
    schedule.plan({
      at: epochMillis(at),
      rest: restUntil === null ? null : { until: epochMillis(restUntil), jitters: 0 },
      sync: async () => void log.push(`${name} ${clock.now()}`),
    });
  return { clock, schedule, plan, log };
}

describe("looks that have something to do", () => {
  test("are made in order of time, and of planning where they fall together", async () => {
    const { clock, plan, log } = create();
    for (const [name, at] of [
      ["a", 20],
      ["b", 10],
      ["c", 20],
      ["d", 10],
      ["e", 20],
    ] as const)
      plan(name, at);
    await clock.advanceBy(100);
    expect(log).toEqual(["b 10", "d 10", "a 20", "c 20", "e 20"]);
  });

  test("are not made when they are cancelled", async () => {
    const { clock, plan, log } = create();
    plan("a", 10).cancel();
    plan("b", 10);
    await clock.advanceBy(100);
    expect(log).toEqual(["b 10"]);
  });
});

describe("a pod that rests", () => {
  test("is looked at from the end of its rest on, at the last moment of it not", async () => {
    const { clock, plan, log } = create();
    plan("resting", 10, 10);
    plan("not any more", 11, 10);
    await clock.advanceBy(50_000);
    expect(log).toEqual(["not any more 11"]);
    await clock.advanceBy(50_000);
    expect(log).toHaveLength(2);
  });

  test("is looked at when the look is due, once it is woken, and not a second time for waking it again", async () => {
    const { clock, plan, log } = create();
    const look = plan("a", 10, 1_000_000);
    look.wake();
    look.wake();
    await clock.advanceBy(2_000_000);
    expect(log).toEqual(["a 10"]);
  });

  test("stays away when it is cancelled, woken or not", async () => {
    const { clock, plan, log } = create();
    const look = plan("a", 10, 1_000_000);
    look.cancel();
    look.wake();
    await clock.advanceBy(2_000_000);
    expect(log).toEqual([]);
  });

  test("without tokens, rests until something happens", async () => {
    const { clock, plan, log } = create();
    const look = plan("a", 10, Number.POSITIVE_INFINITY);
    await clock.advanceBy(86_400_000);
    expect(log).toEqual([]);
    look.wake();
    await clock.advanceBy(90_000);
    expect(log).toHaveLength(1);
  });
});

test.each([
  { fraction: 0, after: 60_000 },
  { fraction: 0.5, after: 75_000 },
  { fraction: 1, after: 90_000 },
])("a pod is looked at again after 60 to 90 s: $after ms", ({ fraction, after }) => {
  expect(nextSync(epochMillis(5), { fraction: () => fraction })).toBe(5 + after);
});

test.each([
  { name: "no token", tokens: [], rest: { until: Number.POSITIVE_INFINITY, jitters: 0 } },
  { name: "one that is not cached", tokens: [{ expirationSeconds: 600, expiresAt: epochMillis(600_000) }, null], rest: null },
  // 80 % of 600 s, less the longest jitter.
  {
    name: "the one that is due first",
    tokens: [3600, 600].map((s) => ({ expirationSeconds: s, expiresAt: epochMillis(s * 1000) })),
    rest: { until: 471_000, jitters: 2 },
  },
  // 24 hours, less the longest jitter.
  { name: "one that lives long", tokens: [{ expirationSeconds: 604_800, expiresAt: epochMillis(604_800_000) }], rest: { until: 86_391_000, jitters: 1 } },
])("the rest with $name", ({ tokens, rest }) => {
  expect(decideRest(tokens)).toEqual(rest);
});

test("a queue gives the first that was not cancelled, also after that one moved on", () => {
  const looks = fc.array(fc.record({ at: fc.nat(9), isCancelled: fc.boolean(), movesBy: fc.nat(5) }), { maxLength: 30 });
  fc.assert(
    fc.property(looks, (rows) => {
      const queue = new SyncQueue();
      const queued = rows.map(({ at, isCancelled, movesBy }, order): QueuedSync & { movesBy: number } => {
        return { at: epochMillis(at), order, rest: null, isCancelled, timer: { cancel: () => {} }, sync: async () => {}, movesBy };
      });
      for (const look of queued) queue.add(look);
      let order = queued.length;
      const left = new Set(queued.filter(({ isCancelled }) => !isCancelled));
      while (left.size > 0) {
        const expected = [...left].sort((a, b) => (isBefore(a, b) ? -1 : 1))[0];
        expect(queue.first()).toBe(expected);
        if (expected === undefined) return;
        if (expected.movesBy > 0) {
          Object.assign(expected, { at: expected.at + expected.movesBy, order: order++, movesBy: 0 });
          queue.firstMovedOn();
        } else {
          left.delete(expected);
          queue.removeFirst();
        }
      }
      expect(queue.first()).toBeUndefined();
    }),
  );
});
