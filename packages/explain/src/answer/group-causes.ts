import type { IndexedRun } from "../index/explain-index.js";
import type { Question } from "../questions/question.js";
import { QUESTIONS } from "../questions/questions.js";
import type { Candidate } from "./candidates.js";
import type { AskedQuestion, CauseGroup, ExplainedError } from "./explained-error.js";
import { shownCause } from "./shown-cause.js";

interface Part {
  readonly when: CauseGroup["when"];
  readonly candidates: readonly Candidate[];
}

/** What is known already, by question's id. */
export type Answers = Readonly<Record<string, boolean>>;

/** So many groups can be kept in mind; nobody asks more than two questions before looking. */
const MAX_GROUPS = 3;

/** Divides causes with the same text by the questions that tell most of them apart, and ranks what comes out by how many people met it. */
export function groupCauses(possible: readonly Candidate[], answers: Answers): Pick<ExplainedError, "questions" | "groups"> {
  const candidates = possible.filter(({ runs }) => runs.length === 0 || runs.some((run) => fits(run, answers)));
  let parts: readonly Part[] = candidates.length === 0 ? [] : [{ when: [], candidates }];
  while (parts.length < MAX_GROUPS) {
    const largest = parts.toSorted((one, other) => other.candidates.length - one.candidates.length)[0];
    const divided = largest === undefined ? null : divide(largest);
    if (largest === undefined || divided === null) break;
    parts = [...parts.filter((part) => part !== largest), ...divided];
  }
  const ranked = parts.toSorted((one, other) => reportsOf(other) - reportsOf(one));
  const asked = new Set(parts.flatMap(({ when }) => when.map(({ question }) => question)));
  return {
    questions: QUESTIONS.filter(({ id }) => asked.has(id)).map(shown),
    groups: ranked.map(({ when, candidates: left }, index) => ({ rank: index + 1, when, causes: left.map(shownCause) })),
  };
}

/** Whether a run may be meant, after what was answered; a question that does not arise in it says nothing. */
function fits(run: IndexedRun, answers: Answers): boolean {
  return Object.entries(answers).every(([id, answer]) => run.answers[id] === undefined || run.answers[id] === answer);
}

/** A part in two, by the question that divides it most evenly; `null` when none divides it. */
function divide({ when, candidates }: Part): readonly Part[] | null {
  const divisions = QUESTIONS.map((question) => ({ question, ...answersOf(question, candidates) }));
  const best = divisions.toSorted((one, other) => evenness(other) - evenness(one))[0];
  if (best === undefined || evenness(best) === 0) return null;
  const { question, yes, no, unknown } = best;
  const isYesLarger = yes.length >= no.length;
  // What nobody knows of a cause leaves it where most are.
  const part = (answer: boolean, own: readonly Candidate[]): Part => ({
    when: [...when, { question: question.id, answer }],
    candidates: candidates.filter((candidate) => own.includes(candidate) || (answer === isYesLarger && unknown.includes(candidate))),
  });
  return [part(true, yes), part(false, no)];
}

interface Division {
  readonly yes: readonly Candidate[];
  readonly no: readonly Candidate[];
  readonly unknown: readonly Candidate[];
}

function answersOf({ id }: Question, candidates: readonly Candidate[]): Division {
  const answered = candidates.map((candidate) => ({ candidate, answers: new Set(candidate.runs.map(({ answers }) => answers[id])) }));
  const those = (answer: boolean) => answered.filter(({ answers }) => answers.size === 1 && answers.has(answer)).map(({ candidate }) => candidate);
  const [yes, no] = [those(true), those(false)];
  return { yes, no, unknown: candidates.filter((candidate) => !yes.includes(candidate) && !no.includes(candidate)) };
}

function evenness({ yes, no }: Division): number {
  return Math.min(yes.length, no.length);
}

function reportsOf({ candidates }: Part): number {
  return candidates.reduce((sum, { cause }) => sum + cause.sources.length, 0);
}

function shown({ id, asks, commands }: Question): AskedQuestion {
  return { id, asks, commands };
}
