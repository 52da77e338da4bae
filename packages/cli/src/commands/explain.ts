import { nearestNames } from "@irsa-sim/core";
import { ANSWERS_BY_QUESTION, type Answers, CAUSE_IDS, createExplainer, explainCause, renderCause, renderExplanation } from "@irsa-sim/explain";
import { EXIT } from "../exit-codes.js";
import { readExplainIndex } from "../explaining/read-explain-index.js";
import { readText } from "../files/read-text.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { printError } from "../terminal/print-error.js";
import { typedHere } from "../terminal/typed-here.js";
import { terminalWidth } from "../terminal/width.js";
import { UsageError } from "../usage-error.js";

/** The options of `explain`. */
export interface ExplainFlags {
  readonly json?: boolean;
  readonly color: boolean;
  /** `QUESTION=ANSWER`. */
  readonly answer: readonly string[];
}

const SCHEMA = "irsa-sim/explain/v1";

/**
 * `irsa-sim explain`: what may be behind an error's text, or what is known of a cause.
 *
 * @param words an error's text, in one or several arguments; a cause's id; `-` or nothing for standard input
 * @returns the exit code: 0, or 1 when the text is not known
 * @throws {UsageError} for an answer to no question
 */
export async function explain(words: readonly string[], flags: ExplainFlags): Promise<number> {
  const text = words.length === 0 || words.join() === "-" ? readText(words[0], "an error's text") : words.join(" ");
  const answers = Object.fromEntries(flags.answer.map(parseAnswer));
  const index = await readExplainIndex();
  const view = { width: terminalWidth(), palette: createPalette(flags.color), command: typedHere() };
  const cause = explainCause(text.trim(), index);
  if (cause !== null) {
    if (flags.json) print(`${JSON.stringify({ schema: SCHEMA, cause }, null, 2)}\n`);
    else print(renderCause(cause, view), { styled: flags.color });
    return EXIT.asExpected;
  }
  const explained = createExplainer(index)(text, answers satisfies Answers);
  if (flags.json) print(`${JSON.stringify({ schema: SCHEMA, ...explained }, null, 2)}\n`);
  else print(renderExplanation(explained, view), { styled: flags.color });
  const near = explained.isRecognised || /\s/.test(text.trim()) ? [] : nearestNames(text.trim(), CAUSE_IDS);
  if (near.length > 0) printError(`as a cause's id, did you mean ${near.join(", ")}?\n`);
  return explained.isRecognised ? EXIT.asExpected : EXIT.unexpected;
}

function parseAnswer(text: string): readonly [id: string, answer: string] {
  const [, id = "", answer = ""] = /^([a-z-]+)=([a-z-]+)$/.exec(text) ?? [];
  const possible = ANSWERS_BY_QUESTION[id] ?? [];
  if (possible.includes(answer)) return [id, answer];
  const ids = Object.keys(ANSWERS_BY_QUESTION);
  const near = nearestNames(id === "" ? text : id, ids);
  throw new UsageError(`an answer is QUESTION=ANSWER, found "${text}"`, {
    hint: possible.length > 0 ? `answers to ${id} are ${possible.join(", ")}` : `questions are ${(near.length > 0 ? near : ids).join(", ")}`,
  });
}
