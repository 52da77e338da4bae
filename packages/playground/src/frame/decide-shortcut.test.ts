import type { Row } from "@irsa-sim/trace-views";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPageState } from "../state/reduce-page.js";
import { decideShortcut } from "./decide-shortcut.js";
import type { Page } from "./page-context.js";

/** Rows of steps 0, 0, 1, 7 (refused), 7. */
const ROWS = [0, 0, 1, 7, 7].map((step, index) => ({ step, isRefused: index === 3, kind: "response" })) as unknown as readonly Row[];
const OPEN = { folder: "scenarios/basic", cell: null, isFixed: false, edits: new Map() };

function pageAt(row: number, lesson: Page["state"]["lesson"] = null): Pick<Page, "state" | "view"> {
  return { state: { ...createPageState(OPEN), row, lesson }, view: { rows: ROWS, scenario: { fix: { patch: {}, expect: {} } } } as unknown as Page["view"] };
}

describe("keys move", () => {
  test.each([
    { name: "next", key: "ArrowRight", from: 0, to: 1 },
    { name: "back", key: "ArrowLeft", from: 2, to: 1 },
    { name: "next step", key: "PageDown", from: 0, to: 2 },
    { name: "next step from within", key: "PageDown", from: 1, to: 2 },
    { name: "the end of the last step", key: "PageDown", from: 3, to: 4 },
    { name: "the beginning of this step", key: "PageUp", from: 4, to: 3 },
    { name: "the step before", key: "PageUp", from: 2, to: 0 },
    { name: "to a step's refusal", key: "7", from: 0, to: 3 },
    { name: "to what broke", key: "!", from: 0, to: 3 },
    { name: "to the end", key: "End", from: 0, to: 4 },
    { name: "to the beginning", key: "Home", from: 3, to: 0 },
  ])("$name", ({ key, from, to }) => {
    expect(decideShortcut(key, pageAt(from))).toEqual({ kind: "go", row: to });
  });

  test.each([
    { name: "beyond the end", key: "ArrowRight", from: 4 },
    { name: "before the beginning", key: "ArrowLeft", from: 0 },
    { name: "to a step without a row", key: "5", from: 0 },
    { name: "with a key that means nothing", key: "q", from: 0 },
  ])("nothing happens $name", ({ key, from }) => {
    expect(decideShortcut(key, pageAt(from))).toBeNull();
  });

  test("never out of the rows, whatever is pressed", () => {
    const keys = fc.array(fc.constantFrom("ArrowRight", "ArrowLeft", "PageDown", "PageUp", "Home", "End", "!", "0", "1", "7"));
    fc.assert(
      fc.property(keys, (pressed) => {
        const end = pressed.reduce((row, key) => {
          const action = decideShortcut(key, pageAt(row));
          return action?.kind === "go" ? action.row : row;
        }, 0);
        expect(end).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThan(ROWS.length);
      }),
    );
  });
});

test("a lesson that is not over moves nowhere and applies no fix", () => {
  const lesson = { hintsShown: 0, step: null, cause: null, isRevealed: false };
  expect(["ArrowRight", "End", "7", "f", "e", "b", "s"].map((key) => decideShortcut(key, pageAt(0, lesson)))).toEqual(Array(7).fill(null));
  expect(decideShortcut("f", pageAt(0, { ...lesson, isRevealed: true }))).toEqual({ kind: "fix", isFixed: true });
});
