import { expect, test } from "vitest";
import { createCutOffLog } from "./cut-off-log.js";

test("each sort is told the first time, the tenth and the hundredth, and all are counted", () => {
  const log = createCutOffLog();
  const told = Array.from({ length: 150 }, () => log.add("sts", "slow")).filter((line) => line !== null);
  expect(told).toEqual([
    "cut off at sts: a client that took too long to send a request or to read an answer",
    "cut off at sts: a client that took too long to send a request or to read an answer (10 times so far)",
    "cut off at sts: a client that took too long to send a request or to read an answer (100 times so far)",
  ]);
  expect(log.add("issuer", "distrust")).toBe("cut off at issuer: a client that does not trust the simulator's certificate; ca.pem has the roots");
  expect(log.counts).toEqual({ sts: { slow: 150 }, issuer: { distrust: 1 } });
});
