import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonPointer } from "./json-pointer.js";

test("keys are escaped as RFC 6901 says, so that reading them back gives the keys", () => {
  expect(jsonPointer("/a", "b/c~d", 0)).toBe("/a/b~1c~0d/0");
  const plain = (part: string) => part.replaceAll("~1", "/").replaceAll("~0", "~");
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom("~", "/", "0", "1", "a") }), { minLength: 1 }), (keys) => {
      expect(
        jsonPointer("", ...keys)
          .split("/")
          .slice(1)
          .map(plain),
      ).toEqual(keys);
    }),
  );
});
