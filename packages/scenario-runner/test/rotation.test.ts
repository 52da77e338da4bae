import type { ExchangeEvent, RunReport, TraceEvent } from "@irsa-sim/core";
import { beforeAll, describe, expect, test } from "vitest";
import { play, START_AT } from "./catalogue.js";

const DAY_SECONDS = 86_400;

let report: RunReport;
beforeAll(async () => {
  report = await play("rotation");
});

describe("a day of rotation", () => {
  test("the app calls every ten minutes and never fails", () => {
    const calls = report.events.filter((event) => event.kind === "note" && event.name === "sdk.call");
    expect(calls.length).toBe(1 + DAY_SECONDS / 600);
    expect(calls.every((event) => event.kind === "note" && event.attributes.ok === true)).toBe(true);
  });

  test(".NET v3 asks STS at the first call that finds less than 15 minutes left", () => {
    expect(secondsOf("AssumeRoleWithWebIdentity")).toEqual(credentialRefreshSeconds());
  });

  test.each(["1", "2", "3", "4", "5", "6", "7", "8"])(
    "seed %s: the kubelet asks again at its first sync after 80 %% of the token's life, less up to 9 s of jitter",
    async (seed) => {
      const { events } = await play("rotation", { seed });
      // The other token requests are for the API server itself.
      const forAws = exchanges(events, "TokenRequest").filter(({ step }) => step === 4);
      const [first, second, ...more] = forAws.map(({ at }) => (at - START_AT) / 1000);
      const thresholdSeconds = DAY_SECONDS - Math.floor(DAY_SECONDS * 0.2);
      expect(first).toBe(0);
      expect(second).toBeGreaterThan(thresholdSeconds - 9);
      expect(second).toBeLessThanOrEqual(thresholdSeconds + 90);
      expect(more).toEqual([]);
    },
  );

  test("the SDK uses the new token from its next exchange on", () => {
    const tokens = exchanges(report.events, "AssumeRoleWithWebIdentity").map(({ request }) =>
      new URLSearchParams(String(request.body)).get("WebIdentityToken"),
    );
    expect(new Set(tokens).size).toBe(2);
  });
});

/** The rule of the .NET sheet, on its own: one hour of life, refresh when no more than 900 s are left at a call; calls every 600 s. */
function credentialRefreshSeconds(): readonly number[] {
  const refreshes: number[] = [];
  let expires = 0;
  for (let now = 0; now <= DAY_SECONDS; now += 600) {
    if (now < expires - 900) continue;
    refreshes.push(now);
    expires = now + 3600;
  }
  return refreshes;
}

function secondsOf(name: string): readonly number[] {
  return exchanges(report.events, name).map(({ at }) => (at - START_AT) / 1000);
}

function exchanges(events: readonly TraceEvent[], name: string): readonly ExchangeEvent[] {
  return events.filter((event): event is ExchangeEvent => event.kind === "exchange" && event.name === name);
}
