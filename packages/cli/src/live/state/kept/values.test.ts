import fc from "fast-check";
import { expect, test } from "vitest";
import { type ByteStore, decodeValue, encodeValue } from "./values.js";

function createStore(): ByteStore & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    put(bytes) {
      kept.set(`blob-${kept.size}`, bytes);
      return `blob-${kept.size - 1}`;
    },
    get: (name) => kept.get(name) ?? expect.unreachable(name),
  };
}

const name = fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom("$map", "$bytes", "$stored", "$object"));
const leaf = fc.oneof(fc.string({ maxLength: 5 }), fc.integer(), fc.boolean(), fc.constant(null), fc.uint8Array({ maxLength: 1100 }));

/** Values within values, so many deep. */
function within(inner: fc.Arbitrary<unknown>, depth: number): fc.Arbitrary<unknown> {
  if (depth === 0) return inner;
  const entries = fc.array(fc.tuple(name, inner), { maxLength: 3 });
  const deeper = fc.oneof(
    fc.array(inner, { maxLength: 3 }),
    entries.map((members) => new Map(members)),
    entries.map((members) => Object.fromEntries(members.filter(([key]) => key !== "__proto__"))),
  );
  return within(fc.oneof(leaf, deeper), depth - 1);
}
const value = within(leaf, 3);

test("what was written is read again, through text, whatever its members are called", () => {
  fc.assert(
    fc.property(value, (written) => {
      const store = createStore();
      expect(decodeValue(JSON.parse(JSON.stringify(encodeValue(written, store))), store)).toEqual(written);
    }),
  );
});

test("many bytes stand apart from the text, few within it", () => {
  const store = createStore();
  expect(encodeValue([new Uint8Array(1025), Uint8Array.of(1, 2)], store)).toEqual([{ $stored: "blob-0" }, { $bytes: "AQI=" }]);
  expect(store.kept.get("blob-0")).toHaveLength(1025);
});

test.each([
  { name: "a date", value: new Date(0) },
  { name: "a function", value: () => {} },
  { name: "no number", value: Number.NaN },
  { name: "an instance", value: new (class Thing {})() },
])("$name is refused and not written as something else", (row) => {
  expect(() => encodeValue({ deep: [row.value] }, createStore())).toThrow(TypeError);
});

test("a member without a value is left out", () => {
  expect(encodeValue({ a: undefined, b: 1 }, createStore())).toEqual({ b: 1 });
});
