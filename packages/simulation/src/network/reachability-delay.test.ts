import { createTrace, epochMillis, type Transport, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createReachability } from "./reachability.js";

const HOST = "s3.test";

/** How long a request to a host takes, with the host cut off or slowed down as a test says. */
function createPath() {
  const clock = new VirtualClock(epochMillis(0));
  const transport: Transport = { carry: async () => ({ status: 200, headers: {}, body: "" }) };
  const reachability = createReachability(transport, clock);
  const exchange = { span: createTrace(clock).root, sawPeer: () => {} };
  return {
    ...reachability,
    async timeMs(host = HOST): Promise<number> {
      const before = clock.now();
      const request = { method: "GET", url: `https://${host}/`, headers: {}, body: "" };
      await clock.run(() => reachability.transportFrom("pods").carry(request, exchange as never, {} as never));
      return clock.now() - before;
    },
  };
}

describe("a host that is slow to reach", () => {
  test("lets every request wait, and no other host's", async () => {
    const path = createPath();
    path.delay(HOST, 2000);
    expect([await path.timeMs(), await path.timeMs(), await path.timeMs("sts.test")]).toEqual([2000, 2000, 0]);
  });

  test("is as fast as before once it takes no time", async () => {
    const path = createPath();
    path.delay(HOST, 2000);
    path.delay(HOST, 0);
    expect(await path.timeMs()).toBe(0);
  });

  test("fails at once while it is cut off", async () => {
    const path = createPath();
    path.delay(HOST, 2000);
    path.block({ host: HOST, how: "timeout", from: null, durationMs: null });
    await expect(path.timeMs()).rejects.toThrow(`connect ETIMEDOUT ${HOST}:443`);
  });
});
