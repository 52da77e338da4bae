/** One scenario, played once for each combination of a matrix's values. */
import { describe, expect, test } from "vitest";
import { CellError, type LoadedScenario, loadCells, loadScenario, ScenarioError } from "../src/index.js";
import { catalogueFiles } from "./catalogue.js";

const VALID = "title: mine ${matrix.a}\nbase: basic\nexpect: { outcome: succeeded }\n";

function cellsOf(lines: string): readonly LoadedScenario[] {
  return loadCells(catalogueFiles({ "mine/scenario.yaml": VALID + lines }), "mine");
}

describe("which cells there are", () => {
  test.each<{ readonly name: string; readonly matrix: string; readonly cells: readonly string[] }>([
    { name: "one name", matrix: "{ a: [x, y] }", cells: ["a=x", "a=y"] },
    { name: "two names: the last one turns fastest", matrix: "{ a: [x, y], b: [1, 2] }", cells: ["a=x,b=1", "a=x,b=2", "a=y,b=1", "a=y,b=2"] },
    { name: "without one", matrix: "{ a: [x, y], b: [1, 2], exclude: [{ a: x, b: 2 }] }", cells: ["a=x,b=1", "a=y,b=1", "a=y,b=2"] },
    { name: "without all of one value", matrix: "{ a: [x, y], b: [1, 2], exclude: [{ a: x }] }", cells: ["a=y,b=1", "a=y,b=2"] },
    { name: "a text is no number", matrix: "{ a: [x], b: [1, 2], exclude: [{ b: '1' }] }", cells: ["a=x,b=1", "a=x,b=2"] },
    { name: "and one more", matrix: "{ a: [x], include: [{ a: z }] }", cells: ["a=x", "a=z"] },
    { name: "more about one that is there", matrix: "{ a: [x], include: [{ a: x, text: hello }] }", cells: ["a=x"] },
    { name: "nothing but what is included", matrix: "{ include: [{ a: x }, { a: y }] }", cells: ["a=x", "a=y"] },
  ])("$name", ({ matrix, cells }) => {
    const loaded = cellsOf(`matrix: ${matrix}\n`);
    expect(loaded.map(({ name, cell }) => [name, cell])).toEqual(cells.map((cell) => [`mine[${cell}]`, cell]));
  });

  test("none without a matrix", () => {
    expect(loadCells(catalogueFiles(), "basic").map(({ name, cell }) => [name, cell])).toEqual([["basic", null]]);
  });
});

describe("what a cell's values stand in for", () => {
  test("texts, keys, and whole values with their type", () => {
    const [, second] = cellsOf(
      "matrix: { a: [x, y], hops: [3] }\ncluster: { instanceMetadata: { hopLimit: '${matrix.hops}' } }\npatch: { 'aws.buckets[my-bucket]': { '${matrix.a}.txt': 'of ${matrix.a}' } }\n",
    );
    expect([second?.title, second?.cluster.instanceMetadata?.hopLimit, second?.aws.buckets["my-bucket"]?.["y.txt"]]).toEqual(["mine y", 3, "of y"]);
  });

  test("variables that only some cells have, and an expectation of their own", () => {
    const cells = cellsOf(
      "matrix: { a: [x, y], include: [{ a: x, who: me }, { a: y, who: you, expect: { outcome: refused, actual: '${matrix.who}' } }] }\ndescription: ${matrix.who}\n",
    );
    expect(cells.map(({ description, expect: { outcome, actual } }) => [description, outcome, actual])).toEqual([
      ["me", "succeeded", undefined],
      ["you", "refused", "you"],
    ]);
  });

  test("a base's matrix is inherited, and its cells' expectations are not stronger than one's own", () => {
    const files = catalogueFiles({
      "above/scenario.yaml": `${VALID}matrix: { a: [x], include: [{ a: x, expect: { outcome: refused } }] }\n`,
      "mine/scenario.yaml": "base: above\nexpect: { outcome: succeeded, step: 3 }\n",
    });
    expect(loadCells(files, "above").map((cell) => cell.expect.outcome)).toEqual(["refused"]);
    expect(loadCells(files, "mine").map((cell) => [cell.name, cell.expect.outcome])).toEqual([["mine[a=x]", "succeeded"]]);
  });
});

describe("a cell is named", () => {
  const files = catalogueFiles({ "mine/scenario.yaml": `${VALID}matrix: { a: [x, y] }\n` });
  test.each<{ readonly name: string; readonly folder: string; readonly cell: string | null; readonly told: string }>([
    { name: "not at all", folder: "mine", cell: null, told: "mine has 2 cells; say which" },
    { name: "wrongly", folder: "mine", cell: "a=z", told: 'mine has 2 cells, and none is "a=z"' },
    { name: "where there is no matrix", folder: "basic", cell: "a=z", told: 'basic has no matrix, and none is "a=z"' },
  ])("$name", ({ folder, cell, told }) => {
    expect(() => loadScenario(files, folder, { cell })).toThrow(CellError);
    expect(() => loadScenario(files, folder, { cell })).toThrow(told);
  });
});

describe("a matrix with faults", () => {
  test.each<{ readonly name: string; readonly lines: string; readonly faults: readonly string[] }>([
    { name: "values that are no list", lines: "matrix: { a: x }\n", faults: ["4:14 a is not what it should be"] },
    { name: "no values", lines: "matrix: { a: [] }\n", faults: ["4:14 a is not what it should be"] },
    { name: "a value that is an object", lines: "matrix: { a: [{ b: 1 }] }\n", faults: ["4:15 a.0 is not what it should be"] },
    { name: "a name that no variable can have", lines: "matrix: { a: [x], '1 b': [y] }\n", faults: ['4:19 "1 b" is not a name'] },
    { name: "no object", lines: "matrix: [a]\n", faults: ["4:9 matrix is not an object"] },
    { name: "a value twice", lines: "matrix: { a: [x, 1, y, '1', x] }\n", faults: ["4:24 1 stands twice in a"] },
    {
      name: "too many cells",
      lines: `matrix: { a: [x], b: [${Array.from({ length: 201 }, (_, index) => index).join(", ")}] }\n`,
      faults: ["4:9 the matrix is too large"],
    },
    {
      name: "too many cells because of inclusions, told at the first that is too many",
      lines: `matrix:\n  a: [x]\n  include:\n${Array.from({ length: 210 }, (_, index) => `    - { a: v${index} }\n`).join("")}`,
      faults: ["206:7 the matrix is too large"],
    },
    {
      name: "too many cells for so long a scenario",
      lines: `matrix: { a: [${Array.from({ length: 200 }, (_, index) => index).join(", ")}] }\ntags: [${Array.from({ length: 2000 }, (_, index) => `t${index}`).join(", ")}]\n`,
      faults: ["4:9 the matrix is too large for so long a scenario"],
    },
    {
      name: "an inclusion that fits nowhere",
      lines: "matrix: { a: [x], b: [y], include: [{ b: z }] }\n",
      faults: ["4:37 no cell has these values, and they are too few for a cell of their own"],
    },
    { name: "an unknown variable", lines: "matrix: { a: [x] }\ndescription: ${matrix.b}\n", faults: ["5:14 unknown variable ${matrix.b}"] },
    {
      name: "a fault of one cell alone",
      lines: "matrix: { a: [x, y] }\ntags: ['${matrix.a}']\ncluster: { region: '${matrix.a}' }\n",
      faults: ["6:20 cluster.region is not what it should be"],
    },
    {
      name: "an unknown line in a cell's expectation",
      lines: "matrix: { a: [x], include: [{ a: x, expect: { outcome: refused, stp: 7 } }] }\n",
      faults: ['4:65 unknown key "stp"'],
    },
  ])("$name", ({ lines, faults }) => {
    try {
      cellsOf(lines);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      const found = error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
      expect(found).toEqual(faults);
      expect(error.problems[0]?.excerpt).toContain("^");
    }
  });
});
