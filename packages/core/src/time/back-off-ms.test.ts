import { expect, test } from "vitest";
import { backOffMs } from "./back-off-ms.js";

test.each([
  { failures: 0, pauseMs: 500 },
  { failures: 1, pauseMs: 1000 },
  { failures: 7, pauseMs: 64_000 },
  { failures: 8, pauseMs: 122_000 },
  { failures: 5000, pauseMs: 122_000 },
])("after $failures failures: $pauseMs ms", ({ failures, pauseMs }) => {
  expect(backOffMs(failures, { firstMs: 500, maxMs: 122_000 })).toBe(pauseMs);
});
