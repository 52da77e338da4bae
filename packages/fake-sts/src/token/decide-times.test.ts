import { epochSeconds } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { decideTimes } from "./decide-times.js";

test.each([
  { name: "before exp", exp: 1001, nbf: null, iat: 0, reason: null },
  { name: "the last second of the grace", exp: 701, nbf: null, iat: 0, reason: null },
  { name: "the grace is over", exp: 700, nbf: null, iat: 0, reason: "expired" },
  { name: "nbf within the grace", exp: 2000, nbf: 1300, iat: 0, reason: null },
  { name: "nbf beyond the grace", exp: 2000, nbf: 1301, iat: 0, reason: "not-yet-valid" },
  { name: "iat within the grace", exp: 2000, nbf: null, iat: 1300, reason: null },
  { name: "iat beyond the grace", exp: 2000, nbf: null, iat: 1301, reason: "issued-in-the-future" },
  { name: "expiry comes first", exp: 700, nbf: 1301, iat: 1301, reason: "expired" },
  { name: "the largest number", exp: Number.MAX_SAFE_INTEGER, nbf: null, iat: 0, reason: null },
])("$name at second 1000", ({ exp, nbf, iat, reason }) => {
  const times = { exp: epochSeconds(exp), nbf: nbf === null ? null : epochSeconds(nbf), iat: epochSeconds(iat) };
  expect(decideTimes(times, epochSeconds(1000)).reason).toBe(reason);
});

test("what is expected is said with the grace in it", () => {
  const times = { exp: epochSeconds(700), nbf: null, iat: epochSeconds(0) };
  expect(decideTimes(times, epochSeconds(1000)).expected).toBe("before 1970-01-01T00:16:40Z (exp and 300 s of grace)");
});
