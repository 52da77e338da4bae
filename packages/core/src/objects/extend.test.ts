import fc from "fast-check";
import { expect, test } from "vitest";
import { extend } from "./extend.js";

test("as with a spread, to the order of the members; what it is made from stays as it is", () => {
  const record = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.integer());
  fc.assert(
    fc.property(record, record, (base, more) => {
      const before = JSON.stringify([base, more]);
      expect(JSON.stringify(extend(base, more))).toBe(JSON.stringify({ ...base, ...more }));
      expect(JSON.stringify([base, more])).toBe(before);
    }),
  );
});
