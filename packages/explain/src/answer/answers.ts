import type { IndexedRun } from "../index/explain-index.js";
import type { Candidate } from "./candidates.js";

/** What is known already: the word that was answered, by question's id. */
export type Answers = Readonly<Record<string, string>>;

/** The candidates that answers leave, each with the runs that gave them. */
export function leftBy(candidates: readonly Candidate[], answers: Answers): readonly Candidate[] {
  return candidates.flatMap(({ cause, runs }) => {
    const fitting = runs.filter((run) => fits(run, answers));
    return runs.length > 0 && fitting.length === 0 ? [] : [{ cause, runs: fitting }];
  });
}

/** Whether a run may be meant, after what was answered; a question that does not arise in it says nothing. */
function fits(run: IndexedRun, answers: Answers): boolean {
  return Object.entries(answers).every(([id, answer]) => run.answers[id] === undefined || run.answers[id] === answer);
}
