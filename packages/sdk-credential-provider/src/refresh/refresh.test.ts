import { describe, expect, test } from "vitest";
import { CHAINS } from "../chains/chains.js";
import { SDK_IDS, type SdkId } from "../index.js";
import { createPod } from "../pod.test-support.js";

const DENIED = { status: 403, code: "AccessDenied" };

describe("an app that calls every five minutes for two hours and a bit", () => {
  test.each<{ readonly sdk: SdkId; readonly minutes: readonly number[] }>([
    { sdk: "dotnet-v3", minutes: [0, 45, 90] },
    { sdk: "dotnet-v4", minutes: [0, 45, 90] },
    { sdk: "botocore", minutes: [0, 45, 90] },
    { sdk: "aws-cli-v2", minutes: [0, 45, 90] },
    { sdk: "js-v3", minutes: [0, 55, 110] },
    { sdk: "js-v2", minutes: [0, 60, 120] },
    { sdk: "go-v2", minutes: [0, 60, 120] },
    { sdk: "go-v1", minutes: [0, 60, 120] },
    { sdk: "java-v2", minutes: [0, 55, 110] },
    { sdk: "java-v1", minutes: [0, 55, 110] },
    { sdk: "rust", minutes: [0, 60, 120] },
    { sdk: "php", minutes: [0, 60, 120] },
    { sdk: "ruby", minutes: [0, 50, 100] },
    { sdk: "cpp", minutes: [0, 60, 120] },
    { sdk: "kotlin", minutes: [0, 60, 120] },
  ])("$sdk calls STS at $minutes", async ({ sdk, minutes }) => {
    const { call, clock, state } = createPod({ sdk });
    const found: number[] = [];
    for (let minute = 0; minute <= 125; minute += 5) {
      const before = state.calls.length;
      expect((await call()).ok).toBe(true);
      await clock.advanceBy(0);
      if (state.calls.length > before) found.push(minute);
      await clock.advanceBy(300_000);
    }
    expect(found).toEqual(minutes);
  });
});

describe("a refresh that STS refuses, with so many seconds left", () => {
  test.each<{ readonly sdk: SdkId; readonly left: number; readonly outcome: "kept" | "raises" | "node" | "unsigned" }>([
    { sdk: "dotnet-v3", left: 800, outcome: "raises" },
    { sdk: "dotnet-v4", left: 800, outcome: "kept" },
    { sdk: "dotnet-v4", left: -1, outcome: "raises" },
    { sdk: "botocore", left: 800, outcome: "kept" },
    { sdk: "botocore", left: 500, outcome: "raises" },
    { sdk: "aws-cli-v2", left: 800, outcome: "raises" },
    { sdk: "js-v3", left: 200, outcome: "kept" },
    { sdk: "js-v3", left: -1, outcome: "raises" },
    { sdk: "js-v2", left: 10, outcome: "raises" },
    { sdk: "go-v2", left: -1, outcome: "raises" },
    { sdk: "go-v1", left: -1, outcome: "raises" },
    { sdk: "java-v2", left: 200, outcome: "kept" },
    { sdk: "java-v2", left: 50, outcome: "raises" },
    { sdk: "java-v1", left: 200, outcome: "kept" },
    { sdk: "java-v1", left: 50, outcome: "unsigned" },
    { sdk: "rust", left: 4, outcome: "raises" },
    { sdk: "php", left: -1, outcome: "node" },
    { sdk: "ruby", left: 500, outcome: "kept" },
    { sdk: "ruby", left: 200, outcome: "raises" },
    { sdk: "cpp", left: 4, outcome: "node" },
    { sdk: "kotlin", left: 9, outcome: "node" },
  ])("$sdk, $left s: $outcome", async ({ sdk, left, outcome }) => {
    const { winner, clock, state, notes } = createPod({ sdk });
    await winner();
    state.stsError = DENIED;
    await clock.advanceBy((3600 - left) * 1000);
    const letter = await winner();
    await clock.advanceBy(0);
    expect({ W: "kept", "!": "raises", N: "node", unsigned: "unsigned" }[letter]).toBe(outcome);
    expect(state.calls.length).toBeGreaterThan(1);
    // A client that asks twice a call tries twice.
    expect(notes("sdk.refresh-failed").length).toBe(outcome === "kept" ? (CHAINS[sdk].client.accesses ?? 1) : 0);
  });
});

describe("who is asked again", () => {
  test.each(SDK_IDS)("after expiry the whole chain, or the winner alone: %s", async (sdk) => {
    const { call, clock, notes } = createPod({ sdk });
    await call();
    const before = notes("sdk.provider").length;
    await clock.advanceBy(3_601_000);
    await call();
    const again = notes("sdk.provider").length - before;
    const walks = ["js-v3", "rust", "php", "kotlin", "aws-cli-v1", "aws-cli-v2"].includes(sdk);
    expect(again).toBe(walks ? before : 1);
  });

  test("cpp asks the winner first, and walks the list only when that has nothing", async () => {
    const { call, clock, state, notes } = createPod({ sdk: "cpp" });
    await call();
    state.stsError = DENIED;
    await clock.advanceBy(3_601_000);
    const before = notes("sdk.provider").length;
    await call();
    expect(
      notes("sdk.provider")
        .slice(before)
        .map(({ attributes }) => attributes.position),
    ).toEqual([4, 1, 2, 3, 4, 5, 6, 7]);
  });

  test.each(["js-v3", "java-v2", "go-v2"] as const)("the cache belongs to a client: two of %s call STS twice", async (sdk) => {
    const { call, callOfAnother, state } = createPod({ sdk });
    await call();
    await callOfAnother();
    expect(state.calls.length).toBe(2);
  });
});

describe("short credentials", () => {
  test.each<{ readonly sdk: SdkId; readonly seconds: number }>([
    { sdk: "botocore", seconds: 800 },
    { sdk: "botocore", seconds: 900 },
    { sdk: "aws-cli-v2", seconds: 900 },
    { sdk: "js-v3", seconds: 200 },
    { sdk: "dotnet-v3", seconds: 900 },
    { sdk: "ruby", seconds: 300 },
  ])("$sdk calls STS on every access when fresh credentials live $seconds s", async ({ sdk, seconds }) => {
    const { call, clock, state } = createPod({ sdk, sessionSeconds: seconds });
    for (let access = 1; access <= 4; access += 1) {
      expect((await call()).ok).toBe(true);
      await clock.advanceBy(0);
    }
    expect(state.calls.length).toBeGreaterThanOrEqual(4);
  });

  test("kotlin asks for 900 s and refreshes ten seconds early", async () => {
    const { call, clock, state } = createPod({ sdk: "kotlin", sessionSeconds: 900 });
    await call();
    await clock.advanceBy(889_000);
    await call();
    expect(state.calls.length).toBe(1);
    await clock.advanceBy(1000);
    await call();
    expect(state.calls.length).toBe(2);
  });
});
