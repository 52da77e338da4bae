import { describe, expect, test } from "vitest";
import { createPackedFiles } from "./create-packed-files.js";
import { listFiles } from "./list-files.js";
import { readDroppedFiles } from "./read-dropped-files.js";
import { toOwnScenario } from "./to-own-scenario.js";

const FILES = {
  "scenarios/basic/scenario.yaml": "title: Basic\n",
  "scenarios/basic/pod.yaml": "kind: Pod\n",
  "scenarios/other/scenario.yaml": "# a comment\nbase: basic\n",
  "own/mine/scenario.yaml": "base: ../yours\n",
  "own/yours/scenario.yaml": 'base: "basic"\n',
};

describe("packed files", () => {
  const files = createPackedFiles(new Map(Object.entries(FILES)));

  test.each([
    { name: "basic", from: "own/mine", folder: "scenarios/basic" },
    { name: "../yours", from: "own/mine", folder: "own/yours" },
    { name: "yours", from: "own/mine", folder: "own/yours" },
    { name: "absent", from: "own/mine", folder: null },
  ])("$name is $folder", ({ name, from, folder }) => {
    expect(files.folderOf(name, from)).toBe(folder);
  });

  test("a file is read across folders, and named by its way", () => {
    expect(files.read("scenarios/other", "../basic/./pod.yaml")).toBe("kind: Pod\n");
    expect(files.displayPath("scenarios/other", "../basic/pod.yaml")).toBe("scenarios/basic/pod.yaml");
    expect(files.read("scenarios/other", "absent.yaml")).toBeNull();
  });
});

test("a scenario's files are its own and its bases', the scenario's file first; edits count", () => {
  const edits = new Map([["own/mine/new.json", "{}"]]);
  expect(listFiles(FILES, edits, "own/mine")).toEqual([
    { folder: "own/mine", paths: ["own/mine/scenario.yaml", "own/mine/new.json"] },
    { folder: "own/yours", paths: ["own/yours/scenario.yaml"] },
    { folder: "scenarios/basic", paths: ["scenarios/basic/scenario.yaml", "scenarios/basic/pod.yaml"] },
  ]);
});

test("a base that leads in a circle ends", () => {
  expect(listFiles({ "own/a/scenario.yaml": "base: ../a" }, new Map(), "own/a")).toHaveLength(1);
});

describe("a dropped folder", () => {
  test.each([
    { name: "the outermost scenario is opened", paths: ["set/a/b/scenario.yaml", "set/z/scenario.yaml"], folder: "own/set/z" },
    { name: "a file alone stands in a folder", paths: ["scenario.yaml"], folder: "own/dropped" },
    { name: "without a scenario nothing is opened", paths: ["set/pod.yaml"], folder: null },
  ])("$name", ({ paths, folder }) => {
    expect(toOwnScenario(new Map(paths.map((path) => [path, ""])))?.folder ?? null).toBe(folder);
  });

  test("hidden and large files are not read", async () => {
    const file = { size: 3, text: async () => "abc" };
    const unreadable = { size: 1 << 21, text: () => Promise.reject(new Error("was read")) };
    const dropped = [
      { path: "a/scenario.yaml", file },
      { path: "a/.git/config", file },
      { path: "a/big.yaml", file: unreadable },
    ];
    expect([...(await readDroppedFiles(dropped))]).toEqual([["a/scenario.yaml", "abc"]]);
  });
});
