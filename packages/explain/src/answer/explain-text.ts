import { CAUSES } from "@irsa-sim/diagnosis";
import type { ExplainIndex } from "../index/explain-index.js";
import { findKinds } from "../messages/find-kinds.js";
import type { MessageKind } from "../messages/message-kind.js";
import { createMatcher, type TextMatch } from "../text/match-texts.js";
import { printedBy } from "../text/printed-by.js";
import { understoodParts } from "../text/understood-parts.js";
import { undoEscapes } from "../text/undo-escapes.js";
import { unwrapped } from "../text/unwrapped.js";
import { wordsOf } from "../text/words-of.js";
import { type Answers, leftBy } from "./answers.js";
import { type Candidate, candidatesOf } from "./candidates.js";
import { chooseQuestion, type Division } from "./choose-question.js";
import type { AskedQuestion, ExplainedError } from "./explained-error.js";
import { fitsSdk, isTypicalOf, type Printer } from "./fits-sdk.js";
import { type KnownText, knownTexts } from "./known-texts.js";
import { shownByText } from "./shown-by-text.js";
import { createCauseView } from "./shown-cause.js";

/** So much of a text must fit for it to be the one that was meant. */
const RECOGNISED_SHARE = 0.6;
/** So much less may another fit and be meant as well. */
const AS_GOOD = 0.9;

/** A text, read. */
interface Reading {
  readonly words: readonly string[];
  readonly kinds: readonly MessageKind[];
}

/** Says what may be behind an error's text; the returned function may be asked often. */
export function createExplainer(index: ExplainIndex): (text: string, answers?: Answers) => ExplainedError {
  const known = knownTexts(index, CAUSES);
  const match = createMatcher(known.map(({ words }) => words));
  const byWords = (words: readonly string[]): readonly KnownText[] => asGood(match(words)).flatMap(({ index: position }) => known[position] ?? []);
  const show = createCauseView(index);
  return (text, answers = {}) => {
    const { words, kinds } = read(text);
    const [lead] = kinds;
    const texts = lead === undefined ? byWords(words) : known.filter(({ kind }) => kind === lead.id);
    const plain = undoEscapes(text);
    const printer = { sdk: printedBy(plain), isOfNode: words.some((word) => word.includes("-of-node")) };
    const possible = inOrder(
      candidatesOf(texts, index, lead?.causes).filter(({ cause }) => fitsSdk(cause.id, printer)),
      { shown: shownByText(plain), printer },
    );
    const left = leftBy(possible, answers);
    const division = chooseQuestion(left);
    return {
      isRecognised: possible.length > 0,
      means: kinds.filter(({ isFar }, position) => position === 0 || isFar === undefined).map(({ says }) => says),
      understood: understoodParts(text),
      sdks: printer.sdk !== null ? [printer.sdk] : lead === undefined ? sdksOf(possible) : [],
      causes: left.map(show),
      question: division === null ? null : asked(division),
    };
  };
}

/** As it is, or as it was before a terminal broke it, whichever says more. */
function read(text: string): Reading {
  const [asItIs, joined] = [text, unwrapped(text)].map((form): Reading => {
    const words = wordsOf(form);
    return { words, kinds: findKinds(words) };
  }) as [Reading, Reading];
  return joined.kinds.length > asItIs.kinds.length ? joined : asItIs;
}

/** What the text shows by itself comes first, then what is met with this SDK above all; the others keep their order. */
function inOrder(candidates: readonly Candidate[], { shown, printer }: { readonly shown: readonly string[]; readonly printer: Printer }): readonly Candidate[] {
  const placeOf = ({ cause: { id } }: Candidate): number => (shown.includes(id) ? 0 : isTypicalOf(id, printer) ? 1 : 2);
  return candidates.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function sdksOf(possible: readonly Candidate[]): readonly string[] {
  return [...new Set(possible.flatMap(({ runs }) => runs.flatMap(({ sdk }) => (sdk === null ? [] : [sdk]))))].sort();
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
