import { expect, test } from "vitest";
import { findCycles } from "./find-cycles.js";
import { importsOf } from "./imports-of.js";

test.each([
  { name: "a line", graph: { a: ["b"], b: ["c"], c: [] }, cycles: [] },
  { name: "two ways to one file", graph: { a: ["b", "c"], b: ["d"], c: ["d"], d: [] }, cycles: [] },
  { name: "a file that imports itself", graph: { a: ["a"] }, cycles: ["a"] },
  { name: "two files", graph: { a: ["b"], b: ["a"] }, cycles: ["a b"] },
  { name: "a ring with a tail", graph: { a: ["b"], b: ["c"], c: ["d"], d: ["b"] }, cycles: ["b c d"] },
  { name: "two rings that share a file are one knot", graph: { a: ["b", "c"], b: ["a"], c: ["a"] }, cycles: ["a b c"] },
  { name: "two rings, one of which leads to the other", graph: { a: ["b"], b: ["a", "c"], c: ["d"], d: ["c"] }, cycles: ["c d", "a b"] },
])("$name: $cycles", ({ graph, cycles }) => {
  expect(findCycles(new Map(Object.entries(graph))).map((knot) => [...knot].sort().join(" "))).toEqual(cycles);
});

test.each([
  { name: "values", source: 'import { a } from "./a.js";', imports: ["./a.js"] },
  { name: "types", source: 'import type { A } from "./a.js";', imports: ["./a.js"] },
  { name: "over several lines", source: 'import {\n  a,\n  type B,\n} from "./a.js";', imports: ["./a.js"] },
  { name: "what is passed on", source: 'export type { A } from "./a.js";\nexport { b } from "./b.js";', imports: ["./a.js", "./b.js"] },
  { name: "for its effect", source: 'import "./a.js";', imports: ["./a.js"] },
  { name: "later", source: 'const a = await import("./a.js");', imports: ["./a.js"] },
  { name: "a type in place", source: 'let a: import("./a.js").A;', imports: ["./a.js"] },
  { name: "packages too", source: 'import { z } from "zod";', imports: ["zod"] },
  { name: "a comment and a text import nothing", source: '/** import { a } from "./a.js"; */\nconst a = "left";', imports: [] },
])("imports: $name", ({ source, imports }) => {
  expect(importsOf(source)).toEqual(imports);
});
