import { SimulatorError } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import type { DocumentProblem } from "../problems/document-problem.js";
import { createProblemList } from "../problems/problem-list.js";
import { toJson } from "../tree/located-tree.js";
import { treeOf } from "../tree/tree-of.test-support.js";
import type { FileContent } from "./file-content.js";
import { createFileReader, type FileReader } from "./file-reader.js";

class Faults extends SimulatorError {
  override readonly code = "ERR_FAULTS";
  constructor(problems: readonly DocumentProblem[]) {
    super(problems.map(({ file, line, message, expected, actual }) => [`${file}:${line}`, message, expected, actual].join(" | ")).join("\n"));
  }
}

const POD = "kind: Pod\nmetadata: { name: p }\n";

function read(contents: Readonly<Record<string, FileContent>>, use: (reader: FileReader) => void) {
  const problems = createProblemList((found) => new Faults(found));
  const asked: string[] = [];
  const files = {
    read(folder: string, file: string) {
      asked.push(`${folder}/${file}`);
      return contents[`${folder}/${file}`] ?? null;
    },
    displayPath: (folder: string, file: string) => `${folder}/${file}`,
  };
  use(createFileReader({ files, folders: ["own", "base"], expected: "a file of the scenario" }, problems));
  return { asked, throwIfAny: () => problems.throwIfAny(), notices: problems.notices() };
}

test("the first folder that has a file counts, and it is read and told of once", () => {
  const living = "kind: Pod\nmetadata: { name: p, uid: u }\n";
  const { asked, notices } = read({ "base/pod.yaml": living }, (reader) => {
    const [first, again] = [reader.readFile(treeOf("pod.yaml")), reader.readFile(treeOf("pod.yaml"))];
    expect([first === again, reader.documents(), first.map(({ node }) => node && toJson(node))]).toEqual([
      true,
      first,
      [{ kind: "Pod", metadata: { name: "p" } }],
    ]);
  });
  expect([asked, notices.map(({ message }) => message)]).toEqual([
    ["own/pod.yaml", "base/pod.yaml"],
    ["1 value is passed over that AWS or the cluster wrote itself: metadata.uid"],
  ]);
});

describe("what is not read is a fault where it is named", () => {
  test.each<{ readonly name: string; readonly named: unknown; readonly content?: FileContent; readonly fault: RegExp | null }>([
    { name: "a file of the folder", named: "pod.yaml", content: POD, fault: null },
    { name: "a file of a folder below", named: "a/pod.yaml", content: POD, fault: null },
    { name: "a file of the folder above", named: "../pod.yaml", content: POD, fault: null },
    { name: "a file that is not there", named: "pod.yaml", fault: /^mine.json:1 \| there is no such file \| a file of the scenario \| "pod.yaml"$/ },
    {
      name: "what the files do not let through",
      named: "pod.yaml",
      content: { expected: "a regular file", actual: "a FIFO" },
      fault: /^mine.json:1 \| own\/pod.yaml is not read \| a regular file \| a FIFO$/,
    },
    ...["/etc/passwd", "a/../../pod.yaml", "./pod.yaml", "..", "../", "a//pod.yaml", "a\\pod.yaml", "c:pod.yaml", "pod\0.yaml", "", 7, null].map((named) => ({
      name: `no path: ${JSON.stringify(named)}`,
      named,
      content: POD,
      fault: /there is no such file/,
    })),
  ])("$name", ({ named, content = null, fault }) => {
    const { asked, throwIfAny } = read({ [`own/${named}`]: content }, (reader) => void reader.readFile(treeOf(named as string)));
    if (fault === null) throwIfAny();
    else expect(throwIfAny).toThrow(fault);
    if (fault !== null && content === POD) expect(asked).toEqual([]);
  });

  test("a policy in a file that is not JSON", () => {
    const { throwIfAny } = read({ "own/a.yaml": POD }, (reader) => void reader.readJsonFile(treeOf("a.yaml")));
    expect(throwIfAny).toThrow("not a JSON file");
  });
});
