import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeKeys } from "./decode-keys.js";

test.each([
  { name: "Enter", input: "\r", keys: ["enter"] },
  { name: "letters one after the other", input: "qb7", keys: ["q", "b", "7"] },
  { name: "a letter outside of ASCII", input: "ü😀", keys: ["ü", "😀"] },
  { name: "arrows", input: "\u001B[A\u001B[B\u001B[C\u001B[D", keys: ["up", "down", "right", "left"] },
  { name: "arrows in application mode", input: "\u001BOA\u001BOD", keys: ["up", "left"] },
  { name: "a clicker", input: "\u001B[6~\u001B[5~", keys: ["pagedown", "pageup"] },
  { name: "the three ways of Home and End", input: "\u001B[H\u001B[1~\u001BOH\u001B[F\u001B[4~\u001BOF", keys: ["home", "home", "home", "end", "end", "end"] },
  { name: "with Shift", input: "\u001B[1;2C\u001B[Z", keys: ["shift-right", "shift-tab"] },
  { name: "with Ctrl", input: "\u0003\u0004\u001B[1;5D", keys: ["ctrl-c", "ctrl-d", "ctrl-left"] },
  { name: "Escape alone", input: "\u001B", keys: ["escape"] },
  { name: "Escape, then a letter", input: "\u001Bq", keys: ["escape", "q"] },
  { name: "Backspace, both kinds", input: "\b\u007F", keys: ["backspace", "backspace"] },
  { name: "function keys, which nobody needs", input: "\u001B[15~\u001BOP\u001B[[A", keys: ["unknown", "unknown", "unknown"] },
  { name: "a sequence that no keyboard has", input: "\u001B[99;7u", keys: ["unknown"] },
])("$name", ({ input, keys }) => {
  expect(decodeKeys(input)).toEqual({ keys, rest: "" });
});

test("a sequence in two pieces is one key", () => {
  const first = decodeKeys("a\u001B[6");
  expect(first).toEqual({ keys: ["a"], rest: "\u001B[6" });
  expect(decodeKeys(`${first.rest}~`)).toEqual({ keys: ["pagedown"], rest: "" });
});

test("whatever comes in, nothing that acts on a terminal is a key's name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (input) => {
      const { keys, rest } = decodeKeys(input);
      expect(keys.filter((key) => key === "" || /[\p{Cc}\p{Cf}]/u.test(key))).toEqual([]);
      expect(rest === "" || rest.startsWith("\u001B[")).toBe(true);
    }),
  );
});

test("input of whole keys may be cut between any two of them", () => {
  const key = fc.constantFrom("\u001B[A", "\u001B[6~", "\u001B[1;2C", "x", "\r", "\u001BOD", "\t", "7");
  fc.assert(
    fc.property(fc.array(key), fc.nat(), (pressed, at) => {
      const cut = pressed.length === 0 ? 0 : at % pressed.length;
      const pieces = [pressed.slice(0, cut), pressed.slice(cut)].map((piece) => decodeKeys(piece.join("")).keys);
      expect(pieces.flat()).toEqual(decodeKeys(pressed.join("")).keys);
    }),
  );
});
