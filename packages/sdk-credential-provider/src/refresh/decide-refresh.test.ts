import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SdkChain } from "../chains/chain.js";
import { CHAINS } from "../chains/chains.js";
import type { SdkId } from "../chains/sdk-id.js";
import { decideRefresh } from "./decide-refresh.js";

const NOW = 1_000_000_000;
const chains: readonly SdkChain[] = Object.values(CHAINS);
const act = (sdk: SdkId, seconds: number, jitter = 0): string => decideRefresh(NOW + seconds * 1000, NOW, CHAINS[sdk].cache, jitter).act;

describe("the windows of section 6, by seconds that are left", () => {
  test.each<{ readonly sdk: SdkId; readonly background: number; readonly blocking: number }>([
    { sdk: "dotnet-v3", background: 0, blocking: 900 },
    { sdk: "dotnet-v4", background: 900, blocking: 0 },
    { sdk: "botocore", background: 900, blocking: 600 },
    { sdk: "aws-cli-v1", background: 900, blocking: 900 },
    { sdk: "aws-cli-v2", background: 900, blocking: 900 },
    { sdk: "js-v3", background: 300, blocking: 0 },
    { sdk: "js-v2", background: 0, blocking: 15 },
    { sdk: "go-v2", background: 0, blocking: 0 },
    { sdk: "go-v1", background: 0, blocking: 0 },
    { sdk: "java-v2", background: 300, blocking: 60 },
    { sdk: "java-v1", background: 300, blocking: 60 },
    { sdk: "rust", background: 0, blocking: 10 },
    { sdk: "php", background: 0, blocking: 0 },
    { sdk: "ruby", background: 600, blocking: 300 },
    { sdk: "cpp", background: 0, blocking: 5 },
    { sdk: "kotlin", background: 0, blocking: 10 },
  ])("$sdk: in the background below $background s, blocking below $blocking s", ({ sdk, background, blocking }) => {
    expect(act(sdk, Math.max(background, blocking) + 1)).toBe("use");
    if (background > blocking) expect([act(sdk, background), act(sdk, blocking + 1)]).toEqual(["refresh-in-background", "refresh-in-background"]);
    expect([act(sdk, blocking), act(sdk, 0), act(sdk, -5)]).toEqual(["refresh-first", "refresh-first", "refresh-first"]);
  });

  test("rust's window shrinks by chance to five seconds at most", () => {
    expect([act("rust", 6, 1), act("rust", 5, 1), act("rust", 10, 0)]).toEqual(["use", "refresh-first", "refresh-first"]);
  });
});

test.each([
  { seconds: 901, decision: { act: "use" } },
  { seconds: 900, decision: { act: "refresh-in-background", reason: "in-background-window" } },
  { seconds: 600, decision: { act: "refresh-first", reason: "in-blocking-window" } },
  { seconds: 0, decision: { act: "refresh-first", reason: "expired" } },
])("why botocore replaces credentials with $seconds s left", ({ seconds, decision }) => {
  expect(decideRefresh(NOW + seconds * 1000, NOW, CHAINS.botocore.cache)).toEqual(decision);
});

test("without credentials they are fetched, and keys that do not expire are used", () => {
  expect(decideRefresh(null, 0, CHAINS.botocore.cache)).toEqual({ act: "refresh-first", reason: "missing" });
  expect(decideRefresh(undefined, 0, CHAINS.botocore.cache)).toEqual({ act: "use" });
});

describe("properties", () => {
  const policy = fc.constantFrom(...chains).map(({ cache }) => cache);
  const jitter = fc.double({ min: 0, max: 1, noNaN: true });

  test("property: no SDK ever hands out credentials that have expired", () => {
    fc.assert(
      fc.property(policy, fc.integer({ min: 0, max: 1e7 }), jitter, (cache, late, drawn) => {
        expect(decideRefresh(NOW - late, NOW, cache, drawn)).toEqual({ act: "refresh-first", reason: "expired" });
      }),
    );
  });

  test("property: no SDK replaces credentials before its window", () => {
    fc.assert(
      fc.property(policy, fc.integer({ min: 1, max: 1e9 }), jitter, (cache, beyondMs, drawn) => {
        const windowMs = Math.max(cache.backgroundSeconds, cache.blockingSeconds) * 1000;
        expect(decideRefresh(NOW + windowMs + beyondMs, NOW, cache, drawn)).toEqual({ act: "use" });
      }),
    );
  });

  test("property: with less time left no SDK is more patient", () => {
    const patience = ["refresh-first", "refresh-in-background", "use"];
    fc.assert(
      fc.property(policy, fc.integer({ min: -1e6, max: 2e6 }), fc.nat(1e6), jitter, (cache, remaining, less, drawn) => {
        const rank = (ms: number): number => patience.indexOf(decideRefresh(NOW + ms, NOW, cache, drawn).act);
        expect(rank(remaining - less)).toBeLessThanOrEqual(rank(remaining));
      }),
    );
  });
});
