import { epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { TimedMap } from "./timed-map.js";

const START = epochMillis(1_000_000);

async function changedMap() {
  const clock = new VirtualClock(START);
  const map = new TimedMap<string, number>(clock);
  map.set("old", 1).set("gone", 1).settle();
  await clock.advanceBy(1000);
  map.set("old", 2).set("new", 1).delete("gone");
  map.delete("never there");
  return map;
}

test.each([
  { name: "just before the changes", time: START + 999, entries: { old: 1, gone: 1 } },
  { name: "at the changes", time: START + 1000, entries: { old: 2, new: 1 } },
  { name: "long before: what was settled counts as having been there", time: 0, entries: { old: 1, gone: 1 } },
])("as it stood $name", async ({ time, entries }) => {
  expect(Object.fromEntries((await changedMap()).asOf(time))).toEqual(entries);
});

test("cleared, and yet remembered", async () => {
  const map = await changedMap();
  map.clear();
  expect([map.size, Object.fromEntries(map.asOf(START + 999))]).toEqual([0, { old: 1, gone: 1 }]);
});

test("what changed after a time, and nothing that was not there", async () => {
  const map = await changedMap();
  expect(map.changesAfter(START).map(({ key, before, after }) => [key, before, after])).toEqual([
    ["old", 1, 2],
    ["new", undefined, 1],
    ["gone", 1, undefined],
  ]);
  expect(map.changesAfter(START + 1000)).toEqual([]);
});
