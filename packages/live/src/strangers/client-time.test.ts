import { senderBehindMs } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { credentialsToClientTime, fromClientTime, toClientTime } from "./client-time.js";

const NOW = Date.UTC(2026, 0, 5, 9);
const DAY_MS = 86_400_000;

test.each([
  {
    name: "in the same time",
    time: { aheadMs: 3, timeScale: 1 },
    written: "<Expiration>2026-01-05T10:00:00Z</Expiration>",
    read: "<Expiration>2026-01-05T10:00:00Z</Expiration>",
  },
  {
    name: "a day ahead",
    time: { aheadMs: DAY_MS, timeScale: 1 },
    written: "<Expiration>2026-01-06T10:00:00Z</Expiration>",
    read: "<Expiration>2026-01-05T10:00:00Z</Expiration>",
  },
  {
    name: "sixty times as fast",
    time: { aheadMs: 0, timeScale: 60 },
    written: "<Expiration>2026-01-05T10:00:00Z</Expiration>",
    read: "<Expiration>2026-01-05T09:01:00Z</Expiration>",
  },
  {
    name: "both",
    time: { aheadMs: DAY_MS, timeScale: 60 },
    written: "<Expiration>2026-01-06T10:00:00Z</Expiration>",
    read: "<Expiration>2026-01-05T09:01:00Z</Expiration>",
  },
  {
    name: "as JSON",
    time: { aheadMs: DAY_MS, timeScale: 1 },
    written: '{"Expiration" : "2026-01-06T15:00:00Z"}',
    read: '{"Expiration" : "2026-01-05T15:00:00Z"}',
  },
  {
    name: "another time",
    time: { aheadMs: DAY_MS, timeScale: 1 },
    written: "<Other>2026-01-06T10:00:00Z</Other>",
    read: "<Other>2026-01-06T10:00:00Z</Other>",
  },
])("an expiration $name", ({ time, written, read }) => {
  expect(credentialsToClientTime({ status: 200, headers: {}, body: written }, { ...time, now: NOW }).body).toBe(read);
});

test("the date is the client's, and bytes stay bytes", () => {
  const body = Uint8Array.of(0xff, 0x00);
  const response = { status: 200, headers: { date: "Tue, 06 Jan 2026 09:00:00 GMT", etag: "x" }, body };
  const read = toClientTime(response, { aheadMs: DAY_MS, timeScale: 1, now: NOW });
  expect(read).toEqual({ status: 200, headers: { date: "Mon, 05 Jan 2026 09:00:00 GMT", etag: "x" }, body });
});

test.each([
  { aheadMs: DAY_MS, behindMs: DAY_MS },
  { aheadMs: 999, behindMs: 0 },
])("a request of a client whose world is $aheadMs ms ahead", ({ aheadMs, behindMs }) => {
  const request = { method: "GET", url: "https://sts.test/", headers: { host: "sts.test" }, body: "" };
  expect(senderBehindMs(fromClientTime(request, { aheadMs, timeScale: 1, now: NOW }))).toBe(behindMs);
});
