import { epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { TimedMap } from "./timed-map.js";

const START = epochMillis(1_000_000);
const HOUR_MS = 3_600_000;

async function changedMap() {
  const clock = new VirtualClock(START);
  const map = new TimedMap<string, number>(clock, HOUR_MS);
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

test("what is older than is remembered counts as having been there for ever", async () => {
  const clock = new VirtualClock(START);
  const map = new TimedMap<string, number>(clock, 1000);
  map.set("a", 1);
  await clock.advanceBy(999);
  map.set("a", 2);
  expect([map.asOf(START - 1), map.changesAfter(0)]).toMatchObject([new Map(), [{ after: 1 }, { after: 2 }]]);
  await clock.advanceBy(1);
  map.set("b", 3);
  expect([map.asOf(START - 1), map.changesAfter(0)]).toMatchObject([new Map([["a", 1]]), [{ after: 2 }, { after: 3 }]]);
  await clock.advanceBy(5000);
  map.delete("b");
  expect([map.asOf(0), map.changesAfter(0)]).toMatchObject([
    new Map([
      ["a", 2],
      ["b", 3],
    ]),
    [{ before: 3, after: undefined }],
  ]);
});

test("remembering nothing, it still reads as it stands", () => {
  const map = new TimedMap<string, number>(new VirtualClock(START), 0);
  map.set("a", 1).set("b", 2).delete("a");
  expect([map.asOf(START), map.changesAfter(0)]).toEqual([new Map([["b", 2]]), []]);
});
