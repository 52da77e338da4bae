/** Collects faults and notices while files are read, so that all of them are told at once. */
import type { SimulatorError } from "@irsa-sim/core";
import type { Place } from "../tree/located-tree.js";
import { createExcerpts } from "./create-excerpts.js";
import type { DocumentNotice } from "./document-notice.js";
import type { DocumentProblem } from "./document-problem.js";
import type { Fault } from "./fault.js";
import { printable } from "./printable.js";

const MAX_KEPT = 100;

/** A growing list of faults, and one of notices. */
export interface ProblemList {
  /** Remembers a file's text for excerpts, and its turn: what is found is told file by file, in the order in which files were read. */
  addFile(file: string, text: string): void;
  /**
   * Adds a fault; the same one at the same place counts once, and the first hundred are kept.
   *
   * @param fault a function where it takes long to word it: it is asked only for a fault that is kept
   */
  add(place: Place, fault: Fault | (() => Fault)): void;
  /** Adds a notice, as above. */
  notice(place: Place, message: string | (() => string)): void;
  isEmpty(): boolean;
  /** What was noticed so far, in order. */
  notices(): readonly DocumentNotice[];
  /** @throws what `toError` made, when there is a fault */
  throwIfAny(): void;
}

/**
 * Creates an empty list.
 *
 * @param toError the error that carries the faults, in the words of whoever reads the files; `count` includes those that were not kept
 */
export function createProblemList(toError: (problems: readonly DocumentProblem[], count: number) => SimulatorError): ProblemList {
  const excerpts = new Map<string, (line: number, column: number) => string>();
  const problems = new Map<string, DocumentProblem>();
  const notices = new Map<string, DocumentNotice>();
  let dropped = 0;
  let unsaid = 0;
  const inOrder = <Found extends DocumentNotice>(found: ReadonlyMap<string, Found>): readonly Found[] => {
    const turns = new Map([...excerpts.keys()].map((file, turn) => [file, turn]));
    const turnOf = ({ file }: Found): number => turns.get(file) ?? -1;
    return [...found.values()].sort((a, b) => turnOf(a) - turnOf(b) || a.line - b.line || a.column - b.column);
  };
  return {
    addFile: (file, text) => {
      excerpts.set(file, createExcerpts(text));
    },
    add({ file, line, column }, fault) {
      if (problems.size >= MAX_KEPT) {
        dropped += 1;
        return;
      }
      const { message, expected = "", actual = "" } = typeof fault === "function" ? fault() : fault;
      const texted = { message: printable(message), expected: printable(expected), actual: printable(actual) };
      const problem = { file, line, column, ...texted, excerpt: excerpts.get(file)?.(line, column) ?? "" };
      problems.set(`${file}:${line}:${column}:${message}`, problem);
    },
    notice({ file, line, column }, message) {
      if (notices.size >= MAX_KEPT) {
        unsaid += 1;
        return;
      }
      const text = printable(typeof message === "function" ? message() : message);
      notices.set(`${file}:${line}:${column}:${text}`, { file, line, column, message: text });
    },
    isEmpty: () => problems.size === 0,
    notices() {
      const kept = inOrder(notices);
      return kept.flatMap((notice, index) =>
        unsaid > 0 && index === kept.length - 1 ? [notice, { ...notice, message: `and ${unsaid} more notices` }] : [notice],
      );
    },
    throwIfAny() {
      if (problems.size > 0) throw toError(inOrder(problems), problems.size + dropped);
    },
  };
}
