import fc from "fast-check";
import { expect, test } from "vitest";
import { epochMillis } from "./epoch.js";
import { VirtualClock } from "./virtual-clock.js";

/** Schedules tasks, moves time in the given strides, and tells what ran when. */
async function play(instants: readonly number[], strides: readonly number[]): Promise<readonly string[]> {
  const clock = new VirtualClock(epochMillis(0));
  const log: string[] = [];
  for (const [index, instant] of instants.entries()) {
    clock.at(epochMillis(instant), async () => {
      await clock.sleep(index % 3);
      log.push(`${index}@${clock.now()}`);
    });
  }
  for (const stride of strides) await clock.advanceBy(stride);
  return log;
}

test("advancing in two strides equals advancing in one", async () => {
  const times = fc.array(fc.nat(50), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(times, fc.nat(60), fc.nat(60), async (instants, a, b) => {
      expect(await play(instants, [a, b])).toEqual(await play(instants, [a + b]));
    }),
  );
});
