import { epochMillis } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideRefresh } from "./decide-refresh.js";

const ttl = fc.integer({ min: 600, max: 400_000 });
const jitter = fc.integer({ min: 0, max: 9 });
const START = 1_767_603_600_000;
const decide = (expirationSeconds: number, ageMs: number, jitterSeconds: number) =>
  decideRefresh({ expirationSeconds, expiresAt: epochMillis(START + expirationSeconds * 1000) }, epochMillis(START + ageMs), jitterSeconds);

describe("refresh, whatever the lifetime (section 5.3)", () => {
  test("never before 80 % of the life or 24 hours, less ten seconds", () => {
    fc.assert(
      fc.property(ttl, jitter, fc.double({ min: 0, max: 1, noNaN: true }), (seconds, jitterSeconds, part) => {
        const dueMs = Math.min(seconds * 800, 86_400_000) - 10_000;
        expect(decide(seconds, Math.floor(dueMs * part), jitterSeconds)).toBe("fresh");
      }),
    );
  });

  test("always when a fifth of the life is left, or a day has passed", () => {
    fc.assert(
      fc.property(ttl, jitter, fc.nat(1_000_000), (seconds, jitterSeconds, laterMs) => {
        const dueMs = Math.min(seconds * 1000 - Math.floor(seconds / 5) * 1000, 86_400_000);
        expect(decide(seconds, dueMs + 1 + laterMs, jitterSeconds)).not.toBe("fresh");
      }),
    );
  });

  test("never later than expiry: what is expired is always refreshed", () => {
    fc.assert(fc.property(ttl, jitter, (seconds, jitterSeconds) => decide(seconds, seconds * 1000 + 1, jitterSeconds) !== "fresh"));
  });

  test("once due, due for good", () => {
    fc.assert(
      fc.property(ttl, jitter, fc.nat(400_000_000), fc.nat(1_000_000), (seconds, jitterSeconds, ageMs, laterMs) => {
        if (decide(seconds, ageMs, jitterSeconds) !== "fresh") expect(decide(seconds, ageMs + laterMs, jitterSeconds)).not.toBe("fresh");
      }),
    );
  });

  test("jitter only makes it earlier", () => {
    fc.assert(
      fc.property(ttl, jitter, fc.nat(400_000_000), (seconds, jitterSeconds, ageMs) => {
        if (decide(seconds, ageMs, 0) !== "fresh") expect(decide(seconds, ageMs, jitterSeconds)).not.toBe("fresh");
      }),
    );
  });

  test("a token from the future is not refreshed", () => {
    fc.assert(fc.property(ttl, jitter, fc.nat(1_000_000), (seconds, jitterSeconds, ms) => decide(seconds, -ms, jitterSeconds) === "fresh"));
  });
});
