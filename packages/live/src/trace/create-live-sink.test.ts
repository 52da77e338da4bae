import { createTrace, type ExchangeEvent, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createLiveSink } from "./create-live-sink.js";

/** The bodies that the trace keeps of an exchange. */
function keep(request: string | Uint8Array, response: string | Uint8Array) {
  const trace = createTrace(new VirtualClock(epochMillis(0)), { sink: createLiveSink(10) });
  const exchange = trace.root.exchange("PutObject", "s3", { method: "PUT", url: "https://s3.test/", headers: {}, body: request });
  exchange.end({ response: { status: 200, headers: {}, body: response } });
  const [event] = trace.events as [ExchangeEvent];
  return [event.request.body, event.response?.body];
}

test("a message of usual size is kept as it is", () => {
  const bytes = new Uint8Array(65_536).fill(0x61);
  expect(keep("a".repeat(30_000), bytes)).toEqual(["a".repeat(30_000), bytes]);
});

test("of a long one the beginning is kept, and how long it was", () => {
  const [request, response] = keep("\u00fc".repeat(40_000), new Uint8Array(1_000_000).fill(0x61));
  expect(request).toBe(`${"\u00fc".repeat(32_768)}\u2026 (80000 bytes in all)`);
  expect(response).toBe(`${"a".repeat(65_536)}\u2026 (1000000 bytes in all)`);
});
