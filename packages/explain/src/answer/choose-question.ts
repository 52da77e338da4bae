import type { Question } from "../questions/question.js";
import { QUESTIONS } from "../questions/questions.js";
import { leftBy } from "./answers.js";
import type { Candidate } from "./candidates.js";

/** A question, and what each of its answers leaves; answers that no candidate gives are left out. */
export interface Division {
  readonly question: Question;
  readonly parts: readonly { readonly answer: string; readonly left: readonly Candidate[] }[];
}

/** So many causes are read before another question is asked. */
export const READ_AT_ONCE = 3;

/** The question after which fewest causes stand behind the first three: with the best second one, then by itself; `null` when none tells the candidates apart. */
export function chooseQuestion(candidates: readonly Candidate[]): Division | null {
  const ranked = divisionsOf(candidates)
    .map((division) => ({ division, cost: [...costsOf(division), largestOf(division)] }))
    .sort((one, other) => compareCosts(one.cost, other.cost));
  return ranked[0]?.division ?? null;
}

function divisionsOf(candidates: readonly Candidate[]): readonly Division[] {
  return QUESTIONS.map((question) => ({
    question,
    parts: Object.keys(question.answers)
      .filter((answer) => candidates.some(({ runs }) => runs.some((run) => run.answers[question.id] === answer)))
      .map((answer) => ({ answer, left: leftBy(candidates, { [question.id]: answer }) })),
  })).filter((division) => largestOf(division) < candidates.length && division.parts.length > 0);
}

/** Causes behind the first three, after two questions and after this one. */
function costsOf({ parts }: Division): readonly [afterTwo: number, afterOne: number] {
  const afterTwo = parts.map(({ left }) =>
    Math.min(hiddenIn(left), ...divisionsOf(left).map((second) => sum(second.parts.map((part) => hiddenIn(part.left))))),
  );
  return [sum(afterTwo), sum(parts.map(({ left }) => hiddenIn(left)))];
}

function hiddenIn(left: readonly Candidate[]): number {
  return Math.max(0, left.length - READ_AT_ONCE);
}

function largestOf({ parts }: Division): number {
  return Math.max(0, ...parts.map(({ left }) => left.length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function compareCosts(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((cost, position) => cost !== other[position]);
  return index === -1 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}
