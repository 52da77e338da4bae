/** Collects faults while files are read, so that all of them are told at once. */
import type { LocatedNode, Place } from "./located-tree.js";
import { ScenarioError, type ScenarioProblem } from "./scenario-error.js";

const MAX_PROBLEMS = 100;
const MAX_EXCERPT_COLUMNS = 100;

/** What is wrong, and what would be right. */
export interface Fault {
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** A growing list of faults. */
export interface ProblemList {
  /** Remembers a file's text for excerpts. */
  addFile(file: string, text: string): void;
  add(place: Place, fault: Fault): void;
  /** @throws {ScenarioError} when anything was added */
  throwIfAny(): void;
}

/** Creates an empty list. */
export function createProblemList(): ProblemList {
  const texts = new Map<string, string>();
  const problems = new Map<string, ScenarioProblem>();
  return {
    addFile: (file, text) => {
      texts.set(file, text);
    },
    add({ file, line, column }, { message, expected = "", actual = "" }) {
      if (problems.size >= MAX_PROBLEMS) return;
      const problem = { file, line, column, message, expected, actual, excerpt: excerptOf(texts.get(file) ?? "", line, column) };
      problems.set(`${file}:${line}:${column}:${message}`, problem);
    },
    throwIfAny() {
      if (problems.size === 0) return;
      const byPlace = (a: ScenarioProblem, b: ScenarioProblem): number => (a.file === b.file ? a.line - b.line || a.column - b.column : 0);
      throw new ScenarioError([...problems.values()].sort(byPlace));
    },
  };
}

function excerptOf(text: string, line: number, column: number): string {
  const source = (text.split(/\r?\n/)[line - 1] ?? "").replaceAll("\t", " ");
  if (source.trim() === "") return "";
  const start = Math.max(0, column - 1 - MAX_EXCERPT_COLUMNS / 2);
  return `  | ${source.slice(start, start + MAX_EXCERPT_COLUMNS)}\n  | ${" ".repeat(column - 1 - start)}^`;
}

/** A node's value, for the words "found …". */
export function describeNode(node: LocatedNode): string {
  if (node.kind === "list") return `a list of ${node.items.length}`;
  if (node.kind === "object") return "an object";
  if (typeof node.value === "string") return JSON.stringify(node.value);
  return node.value === null ? "nothing" : `the ${typeof node.value} ${String(node.value)}`;
}
