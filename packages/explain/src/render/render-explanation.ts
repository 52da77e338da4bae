import { cleanTexts, indented, labelled, type Palette, shellWord } from "@irsa-sim/trace-views";
import { READ_AT_ONCE } from "../answer/choose-question.js";
import type { AskedQuestion, ExplainedError, PossibleCause } from "../answer/explained-error.js";

/** How an answer is shown. */
export interface ExplainViewOptions {
  readonly width: number;
  readonly palette: Palette;
  /** How the command is called here. */
  readonly command: string;
}

const COLUMN = 5;
/** More of one text is said of what only follows from the first. */
const MAX_MEANINGS = 2;
/** Where more print the same, nothing follows from the words. */
const MAX_SDKS = 5;

/** The answer for a terminal. */
export function renderExplanation(answer: ExplainedError, options: ExplainViewOptions): string {
  const explained = cleanTexts(answer);
  const { isRecognised, causes, question } = explained;
  const parts = isRecognised
    ? [
        [...meaningLines(explained, options), ...understoodLines(explained, options)],
        indented(options.palette.strong(titleOf(causes.length)), 0, options.width),
        causes
          .slice(0, READ_AT_ONCE)
          .flatMap((cause, index) => causeLines(cause, { rank: index + 1, isOnly: causes.length === 1, isAsked: question !== null }, options)),
        question === null ? unaskedLines(causes, options) : questionLines(question, options),
      ]
    : [[options.palette.strong("this text is not known"), "", ...understoodLines(explained, options)], nextLines(options)];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function meaningLines({ means }: ExplainedError, { width, palette }: ExplainViewOptions): readonly string[] {
  return means.slice(0, MAX_MEANINGS).flatMap((text, index) => labelled(palette.quiet(index === 0 ? "it says" : "and"), text, { indent: 0, column: 9, width }));
}

function titleOf(count: number): string {
  if (count === 0) return "no cause that is known for this text fits these answers";
  if (count === 1) return "one cause is known for this text";
  return `${count} causes are known for this text${count > READ_AT_ONCE ? "; these are met most" : ""}`;
}

function understoodLines({ understood, sdks }: ExplainedError, { width, palette }: ExplainViewOptions): readonly string[] {
  const printed = sdks.length === 0 || sdks.length > MAX_SDKS ? [] : [{ what: "printed by", value: sdks.join(", ") }];
  const found = [...understood, ...printed];
  if (found.length === 0) return [palette.quiet(" nothing in it is a code, a host, a role or a file that is known here")];
  return found.flatMap(({ what, value }) => indented(`${palette.quiet(what)}  ${value}`, 1, width));
}

function nextLines({ width, palette, command }: ExplainViewOptions): readonly string[] {
  return indented(palette.quiet(`give the whole message, from the program's log; ${command} list WORD finds scenarios by a word`), 1, width);
}

function causeLines(
  { id, title, why, commands, scenarios }: PossibleCause,
  { rank, isOnly, isAsked }: { readonly rank: number; readonly isOnly: boolean; readonly isAsked: boolean },
  { width, palette, command }: ExplainViewOptions,
): readonly string[] {
  const [scenario] = scenarios;
  return [
    ...labelled(palette.strong(isOnly ? "" : String(rank)), `${palette.accent(id)}  ${title}`, { indent: 1, column: COLUMN, width }),
    ...(isOnly ? indented(why, COLUMN, width) : []),
    ...commands.slice(0, isOnly ? commands.length : isAsked ? 0 : 1).flatMap((line) => indented(palette.accent(`$ ${line}`), COLUMN, width)),
    ...(scenario === undefined ? [] : indented(palette.quiet(`${command} run ${shellWord(scenario)}`), COLUMN, width)),
  ];
}

function questionLines({ id, asks, commands, answers }: AskedQuestion, { width, palette, command }: ExplainViewOptions): readonly string[] {
  const longest = answers.toSorted((one, other) => other.causes.length - one.causes.length)[0];
  return [
    ...labelled(palette.strong("ask"), asks, { indent: 1, column: COLUMN, width }),
    ...commands.flatMap((line) => indented(palette.accent(`$ ${line}`), COLUMN, width)),
    ...answers.flatMap(({ answer, means, causes }) => [
      ...indented(`${palette.strong(answer)}  ${palette.quiet(means)}`, COLUMN, width),
      ...indented(namesOf(causes), COLUMN + 4, width),
    ]),
    "",
    ...indented(palette.quiet(`${command} explain TEXT --answer ${id}=${longest?.answer} leaves only what fits, and asks on`), 1, width),
  ];
}

function namesOf(causes: readonly string[]): string {
  const more = causes.length - READ_AT_ONCE;
  return `${causes.slice(0, READ_AT_ONCE).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Where nothing tells them apart, the others are named at least. */
function unaskedLines(causes: readonly PossibleCause[], { width, palette }: ExplainViewOptions): readonly string[] {
  const others = causes.slice(READ_AT_ONCE);
  return others.length === 0 ? [] : indented(palette.quiet(`and ${others.map(({ id }) => id).join(", ")}`), COLUMN, width);
}
