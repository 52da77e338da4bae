import { epochMillis } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { decideRefresh, type RefreshDecision } from "./decide-refresh.js";

const ISSUED_MS = Date.UTC(2026, 0, 5, 9);

function decideAtAge(expirationSeconds: number, ageMs: number, jitterSeconds = 0): RefreshDecision {
  const expiresAt = epochMillis(ISSUED_MS + expirationSeconds * 1000);
  return decideRefresh({ expirationSeconds, expiresAt }, epochMillis(ISSUED_MS + ageMs), jitterSeconds);
}

describe("the threshold age of section 5.3; at the very threshold the token is still fresh", () => {
  test.each([
    { ttl: 600, thresholdSeconds: 480, rule: "past-80-percent" },
    { ttl: 3600, thresholdSeconds: 2880, rule: "past-80-percent" },
    { ttl: 3607, thresholdSeconds: 2886, rule: "past-80-percent" },
    { ttl: 43_200, thresholdSeconds: 34_560, rule: "past-80-percent" },
    { ttl: 86_400, thresholdSeconds: 69_120, rule: "past-80-percent" },
    { ttl: 108_000, thresholdSeconds: 86_400, rule: "older-than-24-hours" },
    { ttl: 172_800, thresholdSeconds: 86_400, rule: "older-than-24-hours" },
  ])("$ttl s: $thresholdSeconds s", ({ ttl, thresholdSeconds, rule }) => {
    expect(decideAtAge(ttl, thresholdSeconds * 1000)).toBe("fresh");
    expect(decideAtAge(ttl, thresholdSeconds * 1000 + 1)).toBe(rule);
    expect(decideAtAge(ttl, (thresholdSeconds - 9) * 1000, 9)).toBe("fresh");
    expect(decideAtAge(ttl, (thresholdSeconds - 9) * 1000 + 1, 9)).toBe(rule);
  });
});
