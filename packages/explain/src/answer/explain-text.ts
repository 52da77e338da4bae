import { CAUSES } from "@irsa-sim/diagnosis";
import type { ExplainIndex } from "../index/explain-index.js";
import { createMatcher, type TextMatch } from "../text/match-texts.js";
import { understoodParts } from "../text/understood-parts.js";
import { wordsOf } from "../text/words-of.js";
import { type Answers, leftBy } from "./answers.js";
import { candidatesOf } from "./candidates.js";
import { chooseQuestion, type Division } from "./choose-question.js";
import type { AskedQuestion, ExplainedError } from "./explained-error.js";
import { knownTexts } from "./known-texts.js";
import { shownCause } from "./shown-cause.js";

/** So much of a text must fit for it to be the one that was meant. */
const RECOGNISED_SHARE = 0.6;
/** So much less may another fit and be meant as well. */
const AS_GOOD = 0.9;

/** Says what may be behind an error's text; the returned function may be asked often. */
export function createExplainer(index: ExplainIndex): (text: string, answers?: Answers) => ExplainedError {
  const known = knownTexts(index, CAUSES);
  const match = createMatcher(known.map(({ words }) => words));
  return (text, answers = {}) => {
    const words = wordsOf(text);
    const good = asGood(match(words));
    const texts = good.flatMap(({ index: position }) => known[position] ?? []);
    const possible = candidatesOf(texts, index);
    const left = leftBy(possible, answers);
    const sdks = possible.flatMap(({ runs }) => runs.flatMap(({ sdk }) => (sdk === null ? [] : [sdk])));
    const division = chooseQuestion(left);
    return {
      isRecognised: possible.length > 0,
      understood: understoodParts(text),
      sdks: [...new Set(sdks)].sort(),
      causes: left.map(shownCause),
      question: division === null ? null : asked(division),
    };
  };
}

function asGood(matches: readonly TextMatch[]): readonly TextMatch[] {
  const fitting = matches.filter(({ share }) => share >= RECOGNISED_SHARE);
  const best = fitting[0]?.strength ?? 0;
  return fitting.filter(({ strength, isWhole }) => strength >= best * AS_GOOD || isWhole);
}

function asked({ question: { id, asks, commands, answers }, parts }: Division): AskedQuestion {
  return {
    id,
    asks,
    commands,
    answers: parts.map(({ answer, left }) => ({ answer, means: answers[answer] ?? answer, causes: left.map(({ cause }) => cause.id) })),
  };
}
