import { createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { cutEvents } from "./cut-events.js";

/** Ten stories of three events each, one within the other. */
function tenStories() {
  const trace = createTrace(new VirtualClock(epochMillis(0)));
  for (let index = 0; index < 10; index += 1) trace.root.enter("outer").enter("inner").note("fact");
  return trace.events;
}

test.each([
  { name: "all where there is room", max: 30, seqs: Array.from({ length: 30 }, (_, seq) => seq) },
  { name: "both ends where there is not", max: 12, seqs: [0, 1, 2, 3, 4, 5, 24, 25, 26, 27, 28, 29] },
  { name: "nothing of a story whose beginning is gone", max: 8, seqs: [0, 1, 2, 3, 27, 28, 29] },
  { name: "of an odd number one more of the beginning", max: 7, seqs: [0, 1, 2, 3, 27, 28, 29] },
])("$name", ({ max, seqs }) => {
  expect(cutEvents(tenStories(), max).map(({ seq }) => seq)).toEqual(seqs);
});
