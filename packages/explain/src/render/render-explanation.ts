import { cleanTexts, indented, labelled, type Palette, shellWord } from "@irsa-sim/trace-views";
import type { CauseGroup, ExplainedError, PossibleCause } from "../answer/explained-error.js";

/** How an answer is shown. */
export interface ExplainViewOptions {
  readonly width: number;
  readonly palette: Palette;
  /** How the command is called here. */
  readonly command: string;
}

const COLUMN = 14;
/** Where more print the same, nothing follows from the words. */
const MAX_SDKS = 5;
/** Of one group in full; the others by name. */
const MAX_CAUSES = 4;

/** The answer for a terminal. */
export function renderExplanation(answer: ExplainedError, options: ExplainViewOptions): string {
  const explained = cleanTexts(answer);
  const { isRecognised, groups, questions } = explained;
  const count = groups.reduce((sum, { causes }) => sum + causes.length, 0);
  const { palette, width } = options;
  if (!isRecognised) return `${[palette.strong("this text is not known"), "", ...understoodLines(explained, options), "", ...nextLines(options)].join("\n")}\n`;
  const title = count === 1 ? "one cause is known for this text" : `${count} causes are known for this text`;
  const asked = questions.flatMap(({ id, asks, commands }) => [
    ...labelled(palette.strong("ask"), `${asks} ${palette.quiet(id)}`, { indent: 1, column: COLUMN, width }),
    ...commands.flatMap((command) => indented(palette.accent(`$ ${command}`), COLUMN, width)),
  ]);
  const parts = [
    [palette.strong(title), ...understoodLines(explained, options)],
    asked,
    ...groups.map((group) => groupLines(group, count === 1, options)),
    questions.length === 0 ? [] : indented(palette.quiet(`--answer ${questions[0]?.id}=no, or yes, leaves only what fits, and asks on`), 1, width),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
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

function groupLines({ rank, when, causes }: CauseGroup, isOnly: boolean, options: ExplainViewOptions): readonly string[] {
  const { width, palette } = options;
  const isAlone = when.length === 0;
  const said = when.map(({ question, answer }) => `${question}: ${answer ? "yes" : "no"}`).join(" · ");
  const [shown, others] = [causes.slice(0, MAX_CAUSES), causes.slice(MAX_CAUSES)];
  return [
    ...(isAlone ? [] : indented(`${palette.strong(String(rank))}  ${said}`, 1, width)),
    ...shown.flatMap((cause) => causeLines(cause, isOnly, options)),
    ...(others.length === 0 ? [] : indented(palette.quiet(`and ${others.map(({ id }) => id).join(", ")}`), 4, width)),
  ];
}

function causeLines(
  { id, title, why, commands, scenarios }: PossibleCause,
  isWhole: boolean,
  { width, palette, command }: ExplainViewOptions,
): readonly string[] {
  const [scenario] = scenarios;
  return [
    ...indented(`${palette.accent(id)}  ${title}`, 4, width),
    ...(isWhole ? [...indented(why, 6, width), ...commands.flatMap((line) => indented(palette.accent(`$ ${line}`), 6, width))] : []),
    ...(scenario === undefined ? [] : indented(palette.quiet(`${command} run ${shellWord(scenario)}`), 6, width)),
  ];
}
