import fc from "fast-check";
import { expect, test } from "vitest";
import { createBoundedMemo } from "./bounded-memo.js";

/** Asks in order, and tells for which keys a result had to be made. */
function madeFor(maxResults: number, keys: readonly string[]): readonly string[] {
  const memo = createBoundedMemo<string>(maxResults);
  const made: string[] = [];
  for (const key of keys)
    memo.take(key, () => {
      made.push(key);
      return key;
    });
  return made;
}

test.each([
  { name: "twice the same", keys: "a a", made: "a" },
  { name: "as many as there is room for", keys: "a b a b", made: "a b" },
  { name: "one too many: the oldest is forgotten", keys: "a b c a", made: "a b c a" },
  { name: "and no other is", keys: "a b c b c", made: "a b c" },
  { name: "who was asked for is no longer the oldest", keys: "a b a c a b", made: "a b c b" },
])("of two, $name", ({ keys, made }) => {
  expect(madeFor(2, keys.split(" ")).join(" ")).toBe(made);
});

test("property: a result is the key's own, and no more are kept than there is room for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.constantFrom(..."abcdefgh")), (maxResults, keys) => {
      const memo = createBoundedMemo<string>(maxResults);
      for (const key of keys) expect(memo.take(key, () => `of ${key}`)).toBe(`of ${key}`);
      expect(memo.size).toBe(Math.min(maxResults, new Set(keys).size));
    }),
  );
});
