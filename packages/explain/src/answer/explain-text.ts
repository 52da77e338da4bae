import { CAUSES } from "@irsa-sim/diagnosis";
import type { ExplainIndex } from "../index/explain-index.js";
import { createMatcher, type TextMatch } from "../text/match-texts.js";
import { understoodParts } from "../text/understood-parts.js";
import { wordsOf } from "../text/words-of.js";
import { candidatesOf } from "./candidates.js";
import type { ExplainedError } from "./explained-error.js";
import { type Answers, groupCauses } from "./group-causes.js";
import { knownTexts } from "./known-texts.js";

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
    const candidates = candidatesOf(texts, index);
    const sdks = candidates.flatMap(({ runs }) => runs.flatMap(({ sdk }) => (sdk === null ? [] : [sdk])));
    return {
      isRecognised: candidates.length > 0,
      understood: understoodParts(text),
      sdks: [...new Set(sdks)].sort(),
      ...groupCauses(candidates, answers),
    };
  };
}

function asGood(matches: readonly TextMatch[]): readonly TextMatch[] {
  const fitting = matches.filter(({ share }) => share >= RECOGNISED_SHARE);
  const best = fitting[0]?.strength ?? 0;
  return fitting.filter(({ strength, isWhole }) => strength >= best * AS_GOOD || isWhole);
}
