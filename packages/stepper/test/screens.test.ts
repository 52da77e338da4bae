/** Cases of the catalogue on screens of several sizes. */
import { PLAIN_PALETTE } from "@irsa-sim/trace-views";
import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { CASES } from "../../scenario-runner/test/catalogue.js";
import { composeFrame } from "../src/screen/compose-frame.js";
import { composeScreen } from "../src/screen/compose-screen.js";
import { decideLayout } from "../src/screen/decide-layout.js";
import { PANES } from "../src/state/panes.js";
import { positionsOf } from "../src/state/positions-of.js";
import type { StepperState } from "../src/state/stepper-state.js";
import { openCase } from "./play-case.js";
import { press } from "./press.js";

const LOOK = { palette: { ...PLAIN_PALETTE, selected: (text: string) => text }, showTokens: false };
const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 50 },
];

/** One in seven, from all over the catalogue. */
const SOME_CASES = CASES.filter((_, index) => index % 7 === 0);

test.each(SOME_CASES)("%s: every pane fits, names no secret, and holds nothing that acts on a terminal", async (name) => {
  const opened = await openCase(name);
  const last = positionsOf(opened).findLastIndex(({ isRefusal }) => isRefusal);
  const index = last === -1 ? positionsOf(opened).length - 1 : last;
  for (const { name: pane } of PANES) {
    for (const line of linesOf({ ...opened, index, pane }, { columns: 80, rows: 24 })) {
      expect(columnsOf(line), `${pane}: ${line}`).toBeLessThanOrEqual(80);
      expect(line, pane).not.toMatch(/[\p{Cc}\p{Cf}]|eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{20}/u);
    }
  }
});

test.each(SIZES)("a frame of $columns x $rows has as many rows, and none is wider", async (size) => {
  const rows = composeFrame(press(await openCase("trust-sub-mismatch"), "!", "c").state, size, LOOK).draw();
  expect(rows).toHaveLength(size.rows);
  expect(Math.max(...rows.map(columnsOf))).toBeLessThanOrEqual(size.columns);
  expect(rows.join("\n")).toContain("▸7 ✘ STS checks token");
});

test("a text that acts on a terminal is drawn as what it is, wherever it comes from", async () => {
  const opened = await openCase("basic");
  const { story } = opened.played;
  const hostile = fc
    .constantFrom("\u001B[2J", "\u001B]0;title\u0007", "\u202E", "\r", "\u009B31m", "\n", "::error::")
    .chain((text) => fc.string({ maxLength: 5 }).map((start) => start + text));
  fc.assert(
    fc.property(hostile, hostile, (title, why) => {
      const report = { ...story.report, title, scenario: why };
      const played = { ...opened.played, story: { ...story, report }, changes: [title], lesson: { story: why, question: title, hints: [why], reveal: title } };
      for (const overlay of [null, { kind: "lesson" }, { kind: "problem", text: title }] as const) {
        const rows = composeFrame({ ...opened, played, notice: title, overlay }, { columns: 80, rows: 24 }, LOOK).draw();
        expect(rows.filter((row) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(row))).toEqual([]);
      }
    }),
    { numRuns: 15 },
  );
});

test("a terminal that is too small says so", async () => {
  expect(composeFrame(await openCase("basic"), { columns: 59, rows: 17 }, LOOK).draw()).toEqual(["irsa-sim step needs 60", "columns and 18 rows.", "q quits"]);
});

test("secrets and signatures are shown whole on demand alone", async () => {
  const state = press(await openCase("basic"), "6", "m").state;
  const shown = (showTokens: boolean) =>
    composeScreen(state, decideLayout({ columns: 200, rows: 400 }) as NonNullable<ReturnType<typeof decideLayout>>, 200, { ...LOOK, showTokens }).pane.join("");
  const token = /eyJ[\w-]+/;
  expect([token.test(shown(false)), token.test(shown(true))]).toEqual([false, true]);
});

/** A check mark is one column wide on a terminal, as emoji or not. */
function columnsOf(row: string): number {
  return stringWidth(row.replaceAll("✔", "v"));
}

function linesOf(state: StepperState, size: (typeof SIZES)[number]): readonly string[] {
  const layout = decideLayout(size);
  if (layout === null) throw new Error("large enough");
  const { header, rail, diagram, pane, footer } = composeScreen(state, { ...layout, pane: { ...layout.pane, height: 10_000 } }, size.columns, LOOK);
  return [...header, ...rail, ...diagram, ...pane, ...footer];
}
