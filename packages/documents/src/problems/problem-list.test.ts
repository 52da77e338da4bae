import { SimulatorError } from "@irsa-sim/core";
import { expect, test } from "vitest";
import type { DocumentProblem } from "./document-problem.js";
import { createProblemList, type ProblemList } from "./problem-list.js";

class Collected extends SimulatorError {
  override readonly code = "ERR_COLLECTED";
  readonly problems: readonly DocumentProblem[];
  readonly count: number;

  constructor(problems: readonly DocumentProblem[], count: number) {
    super("collected");
    this.problems = problems;
    this.count = count;
  }
}

const newList = (): ProblemList => createProblemList((problems, count) => new Collected(problems, count));

function thrown(list: ProblemList): Collected {
  try {
    list.throwIfAny();
  } catch (error) {
    if (error instanceof Collected) return error;
  }
  throw new Error("nothing was thrown");
}

test("faults are told in the order of files and lines, with the line and a caret; the same one once", () => {
  const list = newList();
  list.addFile("b.yaml", "one\r\n  two: x\n");
  list.addFile("a.yaml", "three");
  list.add({ file: "a.yaml", line: 1, column: 1 }, { message: "third" });
  list.add({ file: "b.yaml", line: 2, column: 3 }, { message: "second" });
  list.add({ file: "b.yaml", line: 2, column: 3 }, { message: "second" });
  list.add({ file: "b.yaml", line: 1, column: 2 }, { message: "first" });
  expect(thrown(list).problems.map(({ message, excerpt }) => [message, excerpt])).toEqual([
    ["first", "  | one\n  |  ^"],
    ["second", "  |   two: x\n  |   ^"],
    ["third", "  | three\n  | ^"],
  ]);
});

test("of a long line the part around the place is shown", () => {
  const list = newList();
  list.addFile("a.json", `${"x".repeat(500_000)}!${"y".repeat(500_000)}`);
  list.add({ file: "a.json", line: 1, column: 500_001 }, { message: "here" });
  expect(thrown(list).problems[0]?.excerpt).toBe(`  | ${"x".repeat(50)}!${"y".repeat(49)}\n  | ${" ".repeat(50)}^`);
});

test("a hundred are kept, and all are counted; what is not kept is not even worded", () => {
  const list = newList();
  let worded = 0;
  for (let line = 1; line <= 250; line++)
    list.add({ file: "a.yaml", line, column: 1 }, () => {
      worded += 1;
      return { message: `fault ${line}` };
    });
  const { problems, count } = thrown(list);
  expect([problems.length, count, worded]).toEqual([100, 250, 100]);
});

test("notices are no faults; of many it is told how many more there are", () => {
  const list = newList();
  for (let line = 120; line >= 1; line--) list.notice({ file: "a.yaml", line, column: 1 }, `notice ${line}`);
  list.throwIfAny();
  const notices = list.notices();
  expect(list.isEmpty()).toBe(true);
  expect(notices.map(({ message }) => message)).toEqual([...Array.from({ length: 100 }, (_, index) => `notice ${index + 21}`), "and 20 more notices"]);
});
