/** What unmodified SDKs did in recorded situations, beside ours: winner, error and requests; the recordings stand beside the repository and are never copied into it. */
import { describe, expect, test } from "vitest";
import { describeCell } from "./describe-cell.js";
import { DIFFERENT } from "./different.js";
import { playCell } from "./play-cell.js";
import { arePresent, CELLS, SITUATIONS, type Situation } from "./situation.js";

if (!arePresent) console.info("recorded SDKs are skipped: the folder shared/conformance/sdk-chains is not beside the repository");

const named = CELLS.map((cell) => ({ name: `${cell.sdk} ${cell.situation}: ${SITUATIONS.get(cell.situation)?.what}`, cell }));

describe.skipIf(!arePresent)("recorded SDKs", () => {
  test.each(named)("$name", async ({ cell }) => {
    const played = await playCell(cell.sdk, SITUATIONS.get(cell.situation) as Situation);
    if (DIFFERENT.has(`${cell.sdk} ${cell.situation}`)) expect(describeCell(played)).not.toEqual(describeCell(cell));
    else expect(describeCell(played)).toEqual(describeCell(cell));
  });

  test("no more than one in twenty differs, and each that does was recorded", () => {
    const recorded = new Set(CELLS.map(({ sdk, situation }) => `${sdk} ${situation}`));
    expect([...DIFFERENT.keys()].filter((key) => !recorded.has(key))).toEqual([]);
    expect(DIFFERENT.size).toBeLessThanOrEqual(CELLS.length / 20);
    console.info(`recorded SDKs: ${CELLS.length - DIFFERENT.size} of ${CELLS.length} agree`);
  });
});
