import { epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createRateLimit } from "./rate-limit.js";
import { createTestWorld } from "./world.test-support.js";

test.each([
  { name: "a burst, and no more", pausesMs: [0, 0, 0], taken: [true, true, false] },
  { name: "one more after its part of the time", pausesMs: [0, 0, 499, 1], taken: [true, true, false, true] },
  { name: "a refusal costs nothing", pausesMs: [0, 0, 250, 250], taken: [true, true, false, true] },
  { name: "never more than the burst", pausesMs: [60_000, 0, 0], taken: [true, true, false] },
])("$name", async ({ pausesMs, taken }) => {
  const clock = new VirtualClock(epochMillis(0));
  const take = createRateLimit({ calls: 2, perMs: 1000 }, clock);
  const results: boolean[] = [];
  for (const pause of pausesMs) {
    await clock.advanceBy(pause);
    results.push(take());
  }
  expect(results).toEqual(taken);
});

test("a call too many is throttled, whatever it asks for", async () => {
  const world = createTestWorld({ rateLimit: { calls: 1, perMs: 60_000 } });
  const statuses = [(await world.assumeRole()).status, (await world.assumeRole()).status];
  const { status, body } = await world.signedCall("GetCallerIdentity");
  expect([...statuses, status]).toEqual([200, 400, 400]);
  expect(body).toContain("<Code>Throttling</Code>\n    <Message>Rate exceeded</Message>");
  expect(world.events.filter((event) => event.kind === "check" && event.check === "sts.rate-limit")).toMatchObject([
    { step: 7, passed: false, expected: { value: "at most 1 calls in 60 s" } },
    { passed: false },
  ]);
});
