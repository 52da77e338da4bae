import { addMillis, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createKeptCredentials } from "./kept-credentials.js";

const START = epochMillis(Date.UTC(2026, 0, 5, 9));
const HOUR_MS = 3_600_000;

test.each([
  { name: "at once", expiresAfterMs: 6 * HOUR_MS, askedAfterMs: 0, found: true },
  { name: "just before three hours", expiresAfterMs: 6 * HOUR_MS, askedAfterMs: 3 * HOUR_MS - 1, found: true },
  { name: "after three hours", expiresAfterMs: 6 * HOUR_MS, askedAfterMs: 3 * HOUR_MS, found: false },
  { name: "credentials with fifteen seconds left", expiresAfterMs: HOUR_MS, askedAfterMs: HOUR_MS - 15_000, found: false },
  { name: "credentials with a little more", expiresAfterMs: HOUR_MS, askedAfterMs: HOUR_MS - 15_001, found: true },
])("$name: found $found", async ({ expiresAfterMs, askedAfterMs, found }) => {
  const clock = new VirtualClock(START);
  const kept = createKeptCredentials(clock);
  kept.keep("token", { accessKeyId: "ASIA", secretAccessKey: "s", sessionToken: "t", accountId: "1", expiresAt: addMillis(START, expiresAfterMs) });
  await clock.advanceBy(askedAfterMs);
  expect([kept.find("token") !== null, kept.find("another token")]).toEqual([found, null]);
});
