import { expect, test } from "vitest";
import { exitCodeOf } from "./exit-code-of.js";

test.each([
  { name: "its own", code: 7, signal: null, exitCode: 7 },
  { name: "ended by SIGTERM", code: null, signal: "SIGTERM", exitCode: 143 },
  { name: "ended by SIGKILL", code: null, signal: "SIGKILL", exitCode: 137 },
])("$name: $exitCode", ({ code, signal, exitCode }) => {
  expect(exitCodeOf({ code, signal })).toBe(exitCode);
});
