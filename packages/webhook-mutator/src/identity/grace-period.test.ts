import { createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createServiceAccountCache } from "../caches/service-account-cache.js";
import { DEFAULT_WEBHOOK_SETTINGS } from "../settings.js";
import { createAwaitServiceAccount } from "./await-service-account.js";

const ROLE = { "eks.amazonaws.com/role-arn": "arn" };

function create(gracePeriodMs: number, fetched: Readonly<Record<string, string>> | null = null) {
  const clock = new VirtualClock(epochMillis(0));
  const cache = createServiceAccountCache(DEFAULT_WEBHOOK_SETTINGS, { account: "111122223333", region: "eu-west-1" });
  let fetches = 0;
  const fetch = async () => {
    fetches += 1;
    return fetched;
  };
  const wait = createAwaitServiceAccount({ cache, fetch, clock, gracePeriodMs });
  const { root } = createTrace(clock);
  return { clock, cache, wait: () => clock.run(() => wait("ns", "sa", root)), fetches: () => fetches };
}

describe("the grace period (section 4.4)", () => {
  test("0: nobody waits, and nobody is asked", async () => {
    const { clock, wait, fetches } = create(0, ROLE);
    await wait();
    expect([clock.now(), fetches()]).toEqual([0, 0]);
  });

  test("what the API server has is taken in at once", async () => {
    const { clock, cache, wait } = create(5000, ROLE);
    await wait();
    expect([clock.now(), cache.find("ns", "sa")?.roleArn]).toEqual([0, "arn"]);
  });

  test("the watch wakes the one who waits", async () => {
    const { clock, cache, wait } = create(5000);
    clock.at(epochMillis(1234), () => cache.set("ns", "sa", ROLE));
    await wait();
    expect(clock.now()).toBeGreaterThanOrEqual(1234);
    expect(clock.now()).toBeLessThan(1300);
  });

  test("on time-out the pod goes on without", async () => {
    const { clock, cache, wait } = create(5000);
    await wait();
    expect([clock.now(), cache.find("ns", "sa")]).toEqual([5000, null]);
  });

  test("later pods wait the full period without a new fetch, until the watch delivers", async () => {
    const { clock, cache, wait, fetches } = create(1000);
    await wait();
    await wait();
    expect([clock.now(), fetches()]).toEqual([2000, 1]);
    cache.set("ns", "sa", ROLE);
    await wait();
    cache.delete("ns", "sa");
    await wait();
    expect(fetches()).toBe(2);
  });
});
