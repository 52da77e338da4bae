import fc from "fast-check";
import { expect, test } from "vitest";
import { epochMillis } from "./epoch.js";
import { EventQueue } from "./event-queue.js";

test("a cancelled task leaves the queue", () => {
  const queue = new EventQueue();
  const kept = queue.push(epochMillis(1_000_000), () => {});
  for (let second = 0; second < 100_000; second += 1) queue.push(epochMillis(second), () => {}).cancel();
  expect(queue.length).toBe(1);
  kept.cancel();
  kept.cancel();
  expect([queue.length, queue.nextInstant]).toEqual([0, null]);
});

test("what is left is taken out in order of time, then of arrival", () => {
  const entries = fc.array(fc.record({ instant: fc.nat(8), cancelled: fc.boolean() }), { maxLength: 40 });
  fc.assert(
    fc.property(entries, fc.nat(8), (rows, limit) => {
      const queue = new EventQueue();
      const taken: number[] = [];
      const timers = rows.map(({ instant }, index) => queue.push(epochMillis(instant), () => void taken.push(index)));
      for (const [index, { cancelled }] of rows.entries()) if (cancelled) timers[index]?.cancel();
      for (let next = queue.popDue(epochMillis(limit)); next !== null; next = queue.popDue(epochMillis(limit))) void next.task();
      const due = [...rows.entries()].filter(([, { instant, cancelled }]) => !cancelled && instant <= limit);
      expect(taken).toEqual(due.sort(([a, left], [b, right]) => left.instant - right.instant || a - b).map(([index]) => index));
      for (const timer of timers) timer.cancel();
      expect(queue.length).toBe(0);
    }),
  );
});

test("a cleared queue has nothing to run, and its timers nothing to cancel", () => {
  const queue = new EventQueue();
  const timer = queue.push(epochMillis(1), () => {});
  queue.clear();
  queue.push(epochMillis(2), () => {});
  timer.cancel();
  expect([queue.length, queue.nextInstant]).toEqual([1, 2]);
});
