import fc from "fast-check";
import { expect, test } from "vitest";
import { paintFrame } from "./paint-frame.js";

const ROW = /ESC\[(\d+);1HESC\[0m(ESC\[2K)?([^E]*)ESC\[0m(ESC\[K)?/g;
const SIZE = { columns: 8, rows: 4 };

test("only rows that differ are written", () => {
  const painted = paintFrame(["same", "old", "", ""], ["same", "new", "", ""], SIZE);
  expect(painted).toBe("\u001B[?2026h\u001B[2;1H\u001B[0mnew\u001B[0m\u001B[K\u001B[?2026l");
});

test("nothing is written when nothing differs", () => {
  expect(paintFrame(["a", "b"], ["a", "b", ""], SIZE)).toBe("");
});

test("the last cell of a full row is not erased", () => {
  expect(paintFrame([], ["12345678"], SIZE)).toContain("\u001B[2K12345678\u001B[0m\u001B[?2026l");
});

test("whatever stood there, the screen then shows the frame", () => {
  const frame = fc.array(fc.stringMatching(/^[a-z]{0,8}$/), { maxLength: SIZE.rows });
  fc.assert(
    fc.property(fc.option(frame), frame, (before, after) => {
      const screen = Array.from({ length: SIZE.rows }, (_, row) => (before === null ? "????????" : (before[row] ?? "")));
      expect(applied(screen, paintFrame(before, after, SIZE))).toEqual(Array.from({ length: SIZE.rows }, (_, row) => after[row] ?? ""));
    }),
  );
});

/** As a terminal does: what is erased is gone, what is not stays behind a shorter text. */
function applied(screen: readonly string[], painted: string): readonly string[] {
  const rows = [...screen];
  for (const [, row = "1", first, text = "", last] of painted.replaceAll("\u001B", "ESC").matchAll(ROW)) {
    const old = first === undefined && last === undefined ? (rows[Number(row) - 1] ?? "") : "";
    rows[Number(row) - 1] = text + old.slice(text.length);
  }
  return rows;
}
