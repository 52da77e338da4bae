import { expect, test } from "vitest";
import { findNameProblem } from "./find-name-problem.js";

test.each([
  { name: "web-0", problem: null },
  { name: "...", problem: null },
  { name: "", problem: "Name parameter required." },
  { name: ".", problem: `Name parameter invalid: ".": may not be '.'` },
  { name: "..", problem: `Name parameter invalid: "..": may not be '..'` },
  { name: "a%b", problem: `Name parameter invalid: "a%b": may not contain '%'` },
  { name: "a/b%", problem: `Name parameter invalid: "a/b%": may not contain '/';may not contain '%'` },
])("$name", ({ name, problem }) => {
  expect(findNameProblem(name)).toBe(problem);
});
