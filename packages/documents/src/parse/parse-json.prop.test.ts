/** A text as a tree: the values are those of any JSON reader, each at its place. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createProblemList } from "../problems/problem-list.js";
import { type LocatedNode, toJson } from "../tree/located-tree.js";
import { parseFile } from "./parse-file.js";
import { readJson } from "./parse-json.js";

const at = (offset: number) => ({ file: "a.json", line: 1, column: offset });
const treeOf = (text: string): LocatedNode | null => readJson(text, at).tree;

test("of any JSON, however it is laid out, the tree is what JSON.parse gives", () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 2, "\t"), (compact, indent) => {
      const text = JSON.stringify(JSON.parse(compact), null, indent);
      const tree = treeOf(text);
      expect(tree === null ? "no tree" : toJson(tree)).toEqual(JSON.parse(text));
    }),
    { numRuns: 500 },
  );
});

test("each value stands where it is written", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const visit = (node: LocatedNode): void => {
        const rest = text.slice(node.place.column);
        if (node.kind === "scalar") expect(rest.startsWith(JSON.stringify(node.value)) || typeof node.value === "number").toBe(true);
        else expect(rest[0]).toBe(node.kind === "list" ? "[" : "{");
        if (node.kind === "list") node.items.forEach(visit);
        if (node.kind !== "object") return;
        for (const [name, { keyPlace, node: child }] of node.members) {
          expect(JSON.parse(/^"(?:[^"\\]|\\.)*"/s.exec(text.slice(keyPlace.column))?.[0] ?? "")).toBe(name);
          visit(child);
        }
      };
      const tree = treeOf(text);
      if (tree !== null) visit(tree);
    }),
    { numRuns: 500 },
  );
});

describe("how large a file may be", () => {
  const member = '{ "address": "aws_s3_bucket.a", "values": { "bucket": "a", "tags": ["x", "y"] } }';
  const large = (characters: number): string => `[${Array.from({ length: Math.ceil(characters / (member.length + 1)) }, () => member).join(",")}]`;
  const faultsOf = (text: string, format: "json" | "yaml", size: "written" | "exported"): readonly string[] => {
    const found: string[] = [];
    const problems = createProblemList((all) => {
      found.push(...all.map(({ message, expected }) => `${message}: ${expected}`));
      return new Error("faults") as never;
    });
    parseFile({ file: `${size}.${format}`, text, format, size, dialect: "core" }, problems);
    if (!problems.isEmpty()) expect(() => problems.throwIfAny()).toThrow();
    return found;
  };

  test.each<{
    readonly name: string;
    readonly text: string;
    readonly format: "json" | "yaml";
    readonly size: "written" | "exported";
    readonly faults: readonly string[];
  }>([
    { name: "written by hand", text: large(1_100_000), format: "json", size: "written", faults: ["the file is too large: at most 1048576 characters"] },
    { name: "an export", text: large(1_100_000), format: "json", size: "exported", faults: [] },
    {
      name: "an export in YAML",
      text: large(4_300_000),
      format: "yaml",
      size: "exported",
      faults: ["the file is too large: at most 4194304 characters, or JSON, of which 16777216 are read"],
    },
    { name: "many values", text: `[${"1,".repeat(600_000)}1]`, format: "json", size: "written", faults: ["the file is too large: at most 1048576 characters"] },
    {
      name: "more values than one writes",
      text: `[${"1,".repeat(300_000)}1]`,
      format: "json",
      size: "written",
      faults: ["too many values: at most 100000 in a file"],
    },
  ])("$name", ({ text, format, size, faults }) => {
    expect(faultsOf(text, format, size)).toEqual(faults);
  });
});
