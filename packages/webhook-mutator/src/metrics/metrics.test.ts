import { expect, test } from "vitest";
import { writeNumber } from "./metric-family.js";
import { createMetrics } from "./metrics.js";

test("a webhook that did nothing has no families of requests and pods", () => {
  const families = createMetrics()
    .render(false)
    .match(/(?<=^# TYPE )\S+/gm);
  expect(families).toEqual(["pod_identity_webhook_used", "promhttp_metric_handler_requests_in_flight", "promhttp_metric_handler_requests_total"]);
});

test("a request that waited stands in the buckets from its time on", () => {
  const metrics = createMetrics();
  for (const microseconds of [0, 250_000, 3_000_000, 20_000_000]) metrics.request({ verb: "POST", path: "/mutate", code: 200, microseconds });
  const counts = [...metrics.render(true).matchAll(/^http_request_latencies_\w+\{.*\} (\S+)$/gm)].map(([, value]) => value);
  expect(counts).toEqual(["1", "2", "2", "2", "2", "3", "3", "4", "2.325e+07", "4"]);
});

test.each([
  [0, "0"],
  [999_999, "999999"],
  [1_000_000, "1e+06"],
  [1_234_567, "1.234567e+06"],
  [12_000_000_000, "1.2e+10"],
])("%d is written %s", (value, written) => {
  expect(writeNumber(value)).toBe(written);
});
