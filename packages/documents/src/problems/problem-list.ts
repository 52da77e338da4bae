/** Collects faults while files are read, so that all of them are told at once. */
import type { SimulatorError } from "@irsa-sim/core";
import type { Place } from "../tree/located-tree.js";
import type { DocumentProblem } from "./document-problem.js";
import type { Fault } from "./fault.js";

const MAX_PROBLEMS = 100;
const MAX_EXCERPT_COLUMNS = 100;
const MAX_TEXT_CHARACTERS = 300;

/** A growing list of faults. */
export interface ProblemList {
  /** Remembers a file's text for excerpts, and its turn: faults are told file by file, in the order in which files were read. */
  addFile(file: string, text: string): void;
  /** Adds a fault; the same one at the same place counts once, and the first hundred are kept. */
  add(place: Place, fault: Fault): void;
  isEmpty(): boolean;
  /** @throws what `toError` made, when anything was added */
  throwIfAny(): void;
}

/**
 * Creates an empty list.
 *
 * @param toError the error that carries the faults, in the words of whoever reads the files
 */
export function createProblemList(toError: (problems: readonly DocumentProblem[]) => SimulatorError): ProblemList {
  const texts = new Map<string, string>();
  const problems = new Map<string, DocumentProblem>();
  return {
    addFile: (file, text) => {
      texts.set(file, text);
    },
    add({ file, line, column }, { message, expected = "", actual = "" }) {
      if (problems.size >= MAX_PROBLEMS) return;
      const texted = { message: printable(message), expected: printable(expected), actual: printable(actual) };
      const problem = { file, line, column, ...texted, excerpt: excerptOf(texts.get(file) ?? "", line, column) };
      problems.set(`${file}:${line}:${column}:${message}`, problem);
    },
    isEmpty: () => problems.size === 0,
    throwIfAny() {
      if (problems.size === 0) return;
      const turns = [...texts.keys()];
      const byPlace = (a: DocumentProblem, b: DocumentProblem): number =>
        turns.indexOf(a.file) - turns.indexOf(b.file) || a.line - b.line || a.column - b.column;
      throw toError([...problems.values()].sort(byPlace));
    },
  };
}

/** What a terminal shows as it is: control characters of a file must not reach it. */
function printable(text: string): string {
  const shown = text.replaceAll(/\p{Cc}/gu, " ");
  return shown.length > MAX_TEXT_CHARACTERS ? `${shown.slice(0, MAX_TEXT_CHARACTERS)}…` : shown;
}

function excerptOf(text: string, line: number, column: number): string {
  const source = (text.split(/\r?\n/, line)[line - 1] ?? "").replaceAll(/\p{Cc}/gu, " ");
  if (source.trim() === "") return "";
  const start = Math.max(0, column - 1 - MAX_EXCERPT_COLUMNS / 2);
  return `  | ${source.slice(start, start + MAX_EXCERPT_COLUMNS)}\n  | ${" ".repeat(column - 1 - start)}^`;
}
