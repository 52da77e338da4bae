import { describe, expect, test } from "vitest";
import { epochMillis } from "../time/epoch.js";
import { VirtualClock } from "../time/virtual-clock.js";
import { createTrace } from "../trace/create-trace.js";
import { createHostDirectory } from "./host-directory.js";
import { createInMemoryTransport } from "./in-memory-transport.js";
import type { HttpResponse } from "./message.js";
import { createNetwork, type SendOptions, type Transport } from "./network.js";
import { NetworkError } from "./network-error.js";

const OK: HttpResponse = { status: 200, headers: {}, body: "" };
const REQUEST = { method: "GET", url: "http://slow.test/", headers: {}, body: "" };

/** A network with one host, which takes its time and then notes that it answers. */
function createSlowNetwork(takesMs: number, wrap: (transport: Transport, clock: VirtualClock) => Transport = (transport) => transport) {
  const clock = new VirtualClock(epochMillis(0));
  const trace = createTrace(clock);
  const hosts = createHostDirectory();
  hosts.listen({
    host: "slow.test",
    actor: "oidc-issuer",
    async handler(_request, span) {
      await clock.sleep(takesMs);
      span.note("host.answers");
      return OK;
    },
  });
  const network = createNetwork(hosts, wrap(createInMemoryTransport(hosts, clock), clock), clock);
  return {
    clock,
    trace,
    network,
    /** The status, or the error in a line, and when it came. */
    ask: (options: Partial<SendOptions> = {}) =>
      clock.run(async () => {
        try {
          const { status } = await network.send(REQUEST, trace.root, { name: "Ask", ...options });
          return `${status} at ${clock.now()}`;
        } catch (error) {
          if (error instanceof NetworkError) return `${error.code} ${error.message} at ${clock.now()}`;
          throw error;
        }
      }),
  };
}

describe("a request is given up after its timeout, on the run's clock", () => {
  test.each([
    { name: "in time", takesMs: 4999, timeoutMs: 5000, outcome: "200 at 4999" },
    { name: "at the last moment", takesMs: 5000, timeoutMs: 5000, outcome: "200 at 5000" },
    { name: "too late", takesMs: 5001, timeoutMs: 5000, outcome: "ETIMEDOUT no answer within 5 s at 5000" },
    { name: "without time", takesMs: 0, timeoutMs: 5000, outcome: "200 at 0" },
  ])("$name", async ({ takesMs, timeoutMs, outcome }) => {
    expect(await createSlowNetwork(takesMs).ask({ timeoutMs })).toBe(outcome);
  });

  test("or never, without one", async () => {
    expect(await createSlowNetwork(86_400_000).ask()).toBe("200 at 86400000");
  });
});

test("the exchange ends when the sender gives up; what the host does later stands in the trace and changes nothing of it", async () => {
  const { clock, trace, ask } = createSlowNetwork(60_000);
  await ask({ timeoutMs: 5000 });
  await clock.advanceBy(60_000);
  expect(trace.events).toMatchObject([
    { kind: "exchange", response: null, failure: { code: "ETIMEDOUT", message: "no answer within 5 s" }, endSeq: 1 },
    { kind: "note", name: "host.answers", parent: 0, at: 60_000 },
  ]);
});

test("a pause on the way ends when the sender gives up, and the request never arrives", async () => {
  const { clock, trace, ask } = createSlowNetwork(0, (transport, ownClock) => ({
    async carry(request, exchange, options) {
      await ownClock.sleep(60_000, options);
      return transport.carry(request, exchange, options);
    },
  }));
  expect(await ask({ timeoutMs: 5000 })).toBe("ETIMEDOUT no answer within 5 s at 5000");
  await clock.advanceBy(60_000);
  expect(trace.events).toHaveLength(1);
});

test("a fault of the host is thrown to the sender, with a timeout too", async () => {
  const { ask } = createSlowNetwork(1, () => ({ carry: () => Promise.reject(new Error("a fault of the simulator")) }));
  await expect(ask({ timeoutMs: 5000 })).rejects.toThrow("a fault of the simulator");
});

test("a host that is no name is not found, and the attempt is recorded", async () => {
  const { trace, network } = createSlowNetwork(0);
  const sent = network.send({ ...REQUEST, url: "https://sts.eu west 1.test/?a=b" }, trace.root, { name: "Ask" });
  await expect(sent).rejects.toMatchObject({ code: "ENOTFOUND", message: "getaddrinfo ENOTFOUND sts.eu west 1.test" });
  expect(trace.events).toMatchObject([{ kind: "exchange", to: "simulator", failure: { code: "ENOTFOUND" } }]);
});
