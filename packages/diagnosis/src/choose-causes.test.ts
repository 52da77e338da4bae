import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cause } from "./cause.js";
import { chooseCauses } from "./choose-causes.js";
import { CAUSES } from "./index.js";
import { RANKS, type Rank } from "./rank.js";

function cause(id: string, rank: Rank, narrows: readonly string[] = []): Cause {
  return { id, rank, narrows, title: id, see: id, why: id, prove: [], sources: [] };
}

const chosen = (causes: readonly Cause[]): readonly string[] =>
  chooseCauses(causes.map((one) => ({ cause: one, explanation: { because: "", fix: "" } }))).map((found) => found.cause.id);

describe("which of several causes counts", () => {
  test.each<{ readonly name: string; readonly causes: readonly Cause[]; readonly expected: readonly string[] }>([
    { name: "none", causes: [], expected: [] },
    { name: "what has no effect, before what is mistaken", causes: [cause("a", "mistaken"), cause("b", "without-effect")], expected: ["b"] },
    { name: "what is mistaken, before what is missing", causes: [cause("a", "missing"), cause("b", "mistaken")], expected: ["b"] },
    { name: "what is missing, before what follows from it", causes: [cause("a", "symptom"), cause("b", "missing")], expected: ["b"] },
    { name: "anything, before what is always said", causes: [cause("a", "general"), cause("b", "symptom")], expected: ["b"] },
    { name: "both of one rank", causes: [cause("b", "missing"), cause("a", "missing")], expected: ["a", "b"] },
    { name: "the one that says the same more exactly", causes: [cause("a", "mistaken"), cause("b", "mistaken", ["a"])], expected: ["b"] },
    { name: "the more exact one, whatever its rank", causes: [cause("a", "without-effect"), cause("b", "symptom", ["a"])], expected: ["b"] },
  ])("$name", ({ causes, expected }) => {
    expect(chosen(causes)).toEqual(expected);
  });
});

test("the order in which causes stand changes nothing", () => {
  const some = fc.subarray([...CAUSES], { minLength: 1 });
  const shuffled = some.chain((causes) => fc.tuple(fc.constant(causes), fc.shuffledSubarray(causes, { minLength: causes.length })));
  fc.assert(
    fc.property(shuffled, ([causes, others]) => {
      expect(chosen(others)).toEqual(chosen(causes));
    }),
  );
});

test("every cause has a rank, and narrows causes that there are", () => {
  const ids = CAUSES.map(({ id }) => id);
  expect(CAUSES.filter(({ rank }) => !RANKS.includes(rank))).toEqual([]);
  expect(CAUSES.flatMap(({ narrows = [] }) => narrows).filter((id) => !ids.includes(id))).toEqual([]);
});

test("no two causes narrow each other, so that one always remains", () => {
  const narrows = new Map(CAUSES.map(({ id, narrows: less = [] }) => [id, less]));
  const reaches = (from: string, to: string): boolean => (narrows.get(from) ?? []).some((id) => id === to || reaches(id, to));
  expect(CAUSES.filter(({ id }) => reaches(id, id))).toEqual([]);
});
