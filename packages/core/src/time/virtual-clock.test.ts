import { describe, expect, test } from "vitest";
import { epochMillis } from "./epoch.js";
import { VirtualClock } from "./virtual-clock.js";

const create = (): VirtualClock => new VirtualClock(epochMillis(0));
const at = (clock: VirtualClock, instant: number, task: () => void | Promise<void>) => clock.at(epochMillis(instant), task);

describe("tasks run in order of time, then of scheduling", () => {
  test.each([
    { name: "as scheduled", instants: [1, 2, 3], order: [0, 1, 2] },
    { name: "in reverse", instants: [3, 2, 1], order: [2, 1, 0] },
    { name: "ties", instants: [5, 5, 5, 1], order: [3, 0, 1, 2] },
    { name: "in the past counts as now", instants: [-7, 0], order: [0, 1] },
  ])("$name", async ({ instants, order }) => {
    const clock = create();
    const ran: number[] = [];
    for (const [index, instant] of instants.entries()) at(clock, instant, () => void ran.push(index));
    await clock.advanceBy(10);
    expect(ran).toEqual(order);
  });
});

test("a task is awaited before time moves on", async () => {
  const clock = create();
  const seen: number[] = [];
  at(clock, 5, async () => {
    await Promise.resolve();
    await Promise.resolve();
    seen.push(clock.now());
  });
  at(clock, 6, () => void seen.push(clock.now()));
  await clock.advanceBy(10);
  expect(seen).toEqual([5, 6]);
  expect(clock.now()).toBe(10);
});

test("what a task schedules for the same instant runs in the same advance", async () => {
  const clock = create();
  const ran: string[] = [];
  at(clock, 5, () => {
    ran.push("first");
    at(clock, 5, () => void ran.push("second"));
  });
  await clock.advanceTo(epochMillis(5));
  expect(ran).toEqual(["first", "second"]);
});

test("pauses of two tasks interleave and end in order of time", async () => {
  const clock = create();
  const log: string[] = [];
  const pausing = (name: string, ms: number) => async () => {
    await clock.sleep(ms);
    log.push(`${name} at ${clock.now()}`);
    await clock.sleep(ms);
    log.push(`${name} at ${clock.now()}`);
  };
  at(clock, 0, pausing("slow", 30));
  at(clock, 0, pausing("fast", 20));
  await clock.advanceBy(100);
  expect(log).toEqual(["fast at 20", "slow at 30", "fast at 40", "slow at 60"]);
});

test("run moves time on as far as its pauses need, and returns the value", async () => {
  const clock = create();
  const value = await clock.run(async () => {
    await clock.sleep(250);
    return "done";
  });
  expect([value, clock.now()]).toEqual(["done", 250]);
});

test("run throws what the work throws", async () => {
  await expect(create().run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
});

test("an error in a task surfaces from the advance", async () => {
  const clock = create();
  at(clock, 1, () => {
    throw new Error("task failed");
  });
  await expect(clock.advanceBy(2)).rejects.toThrow("task failed");
});

test("a pause outside a task is a mistake", () => {
  expect(() => create().sleep(1)).toThrow("sleep() was called outside a task of this clock");
});

test("every repeats until it is cancelled", async () => {
  const clock = create();
  const ran: number[] = [];
  const timer = clock.every(10, () => void ran.push(clock.now()));
  await clock.advanceBy(35);
  timer.cancel();
  await clock.advanceBy(100);
  expect(ran).toEqual([10, 20, 30]);
});

test("every wants a period", () => {
  expect(() => create().every(0, () => {})).toThrow(RangeError);
});

test("a cancelled task does not run", async () => {
  const clock = create();
  const ran: string[] = [];
  at(clock, 5, () => void ran.push("cancelled")).cancel();
  at(clock, 6, () => void ran.push("kept"));
  await clock.advanceBy(10);
  expect(ran).toEqual(["kept"]);
});

test("a skewed clock shows another time and runs tasks when its own time says", async () => {
  const clock = create();
  const ahead = clock.skewed(3600);
  const ran: number[] = [];
  expect(ahead.now()).toBe(3_600_000);
  ahead.at(epochMillis(3_600_005), () => void ran.push(clock.now()));
  await clock.advanceBy(10);
  expect(ran).toEqual([5]);
});

describe("time moves until something is so", () => {
  test.each<{
    readonly name: string;
    readonly instants: readonly number[];
    readonly wanted: number;
    readonly limit: number;
    readonly over: boolean;
    readonly now: number;
  }>([
    { name: "after the task that makes it so", instants: [3, 5, 7], wanted: 2, limit: 10, over: true, now: 5 },
    { name: "at the limit itself", instants: [3, 10], wanted: 2, limit: 10, over: true, now: 10 },
    { name: "not in time", instants: [3, 11], wanted: 2, limit: 10, over: false, now: 10 },
    { name: "at once", instants: [3], wanted: 0, limit: 10, over: true, now: 0 },
  ])("$name", async ({ instants, wanted, limit, over, now }) => {
    const clock = create();
    let ran = 0;
    for (const instant of instants)
      at(clock, instant, () => {
        ran += 1;
      });
    expect([await clock.advanceUntil(() => ran >= wanted, epochMillis(limit)), clock.now(), ran]).toEqual([over, now, over ? wanted : 1]);
  });
});
