import { expect, test } from "vitest";
import { keyName } from "./key-name.js";

test.each([
  { name: "Enter", text: "\r", key: { name: "return" }, called: "" },
  { name: "the space bar", text: " ", key: { name: "space" }, called: "" },
  { name: "a letter", text: "b", key: { name: "b" }, called: "b" },
  { name: "a digit, which has no name everywhere", text: "7", key: {}, called: "7" },
  { name: "an arrow", text: undefined, key: { name: "left" }, called: "left" },
  { name: "page down", text: "\u001B[6~", key: { name: "pagedown" }, called: "pagedown" },
  { name: "Escape", text: "\u001B", key: { name: "escape", meta: true }, called: "escape" },
  { name: "Backspace", text: "\u007F", key: { name: "backspace" }, called: "backspace" },
  { name: "with Ctrl", text: "\u0002", key: { name: "b", ctrl: true }, called: "unknown" },
  { name: "a sequence that nobody knows", text: "\u001B[99~", key: {}, called: "unknown" },
])("$name", ({ text, key, called }) => {
  expect(keyName(text, key)).toBe(called);
});
