import { describe, expect, test } from "vitest";
import { CHAINS, type SdkId } from "../chains/chains.js";
import { decideRefresh } from "./decide-refresh.js";

describe("the windows of section 6, by seconds that are left", () => {
  test.each<{ readonly sdk: SdkId; readonly rows: readonly (readonly [remainingSeconds: number, act: string])[] }>([
    {
      sdk: "dotnet-v3",
      rows: [
        [901, "use"],
        [900, "refresh-first"],
        [1, "refresh-first"],
        [0, "refresh-first"],
      ],
    },
    {
      sdk: "botocore",
      rows: [
        [901, "use"],
        [900, "refresh-in-background"],
        [601, "refresh-in-background"],
        [600, "refresh-first"],
        [0, "refresh-first"],
      ],
    },
    {
      sdk: "js-v3",
      rows: [
        [301, "use"],
        [300, "refresh-in-background"],
        [1, "refresh-in-background"],
        [0, "refresh-first"],
        [-5, "refresh-first"],
      ],
    },
  ])("$sdk", ({ sdk, rows }) => {
    const nowMs = 1_000_000_000;
    expect(rows.map(([seconds]) => [seconds, decideRefresh(nowMs + seconds * 1000, nowMs, CHAINS[sdk].cache).act])).toEqual(rows);
  });
});

test("without credentials they are fetched, and keys that do not expire are used", () => {
  expect(decideRefresh(null, 0, CHAINS.botocore.cache)).toEqual({ act: "refresh-first", reason: "missing" });
  expect(decideRefresh(undefined, 0, CHAINS.botocore.cache)).toEqual({ act: "use" });
});
