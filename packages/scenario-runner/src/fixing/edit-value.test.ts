import { describe, expect, test } from "vitest";
import { editValue } from "./edit-value.js";

const DOCUMENT = { statement: [{ action: "a" }, { action: "b" }], one: { key: "x" }, accounts: new Map([["1", { roles: {} }]]) };

describe("one value at one place", () => {
  test.each<{ readonly name: string; readonly path: readonly string[]; readonly value: unknown; readonly edited: object }>([
    { name: "a member takes another value", path: ["one", "key"], value: "y", edited: { one: { key: "y" } } },
    { name: "a member is new, with what leads to it", path: ["two", "deep", "key"], value: 1, edited: { two: { deep: { key: 1 } } } },
    { name: "a member goes", path: ["one", "key"], value: null, edited: { one: {} } },
    { name: "an item takes another value", path: ["statement", "1", "action"], value: "c", edited: { statement: [{ action: "a" }, { action: "c" }] } },
    { name: "an item goes", path: ["statement", "0"], value: null, edited: { statement: [{ action: "b" }] } },
    { name: "an item comes behind the last one", path: ["statement", "-"], value: "z", edited: { statement: [{ action: "a" }, { action: "b" }, "z"] } },
    { name: "what is no list becomes one", path: ["one", "-"], value: "z", edited: { one: [{ key: "x" }, "z"] } },
    { name: "a list that is not there yet", path: ["env", "-"], value: "z", edited: { env: ["z"] } },
    { name: "a value in a map", path: ["accounts", "1", "roles", "r"], value: 1, edited: { accounts: new Map([["1", { roles: { r: 1 } }]]) } },
  ])("$name", ({ path, value, edited }) => {
    expect(editValue(DOCUMENT, path, value)).toEqual({ ...DOCUMENT, ...edited });
  });

  test.each([
    { name: "an item that is not there", path: ["statement", "7", "action"], value: "c" },
    { name: "a member of a text", path: ["one", "key", "deep"], value: "c" },
    { name: "what would go and is not there", path: ["two", "deep"], value: null },
  ])("$name leads nowhere", ({ path, value }) => {
    expect(editValue(DOCUMENT, path, value)).toBeNull();
  });

  test("what was there stays as it was", () => {
    const before = structuredClone(DOCUMENT);
    editValue(DOCUMENT, ["statement", "0", "action"], "changed");
    expect(DOCUMENT).toEqual(before);
  });
});
