import { indented, labelled } from "@irsa-sim/trace-views";
import { EXIT } from "../exit-codes.js";
import { groupOutlines } from "../listing/group-outlines.js";
import { readOutlines } from "../listing/read-outlines.js";
import type { ScenarioOutline } from "../listing/scenario-outline.js";
import { selectOutlines } from "../listing/select-outlines.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { terminalWidth } from "../terminal/width.js";
import type { Selection } from "../testing/select-scenarios.js";

/** Longer names, and all on a narrow terminal, stand on a line of their own. */
const MAX_NAME_COLUMNS = 34;
const NARROW_COLUMNS = 60;

/** The options of `list`. */
export interface ListFlags {
  readonly json?: boolean;
  readonly color: boolean;
  readonly tag?: Selection["tags"];
  readonly step?: number;
  readonly sdk?: string;
}

/**
 * `irsa-sim list`: the catalogue by the step in which it is refused and by what the caller is told, each scenario with its cause, in the width of the terminal.
 *
 * @returns the exit code: 1 when nothing is left to show
 */
export async function list(word: string | undefined, flags: ListFlags): Promise<number> {
  const scenarios = selectOutlines(await readOutlines(), { tags: flags.tag, step: flags.step, sdk: flags.sdk, word });
  if (flags.json) print(`${JSON.stringify({ schema: "irsa-sim/list/v1", scenarios }, null, 2)}\n`);
  else if (scenarios.length > 0) print(render(scenarios, flags.color), { styled: flags.color });
  else print("no scenario is like that; irsa-sim list shows all\n");
  return scenarios.length > 0 ? EXIT.asExpected : EXIT.unexpected;
}

function render(scenarios: readonly ScenarioOutline[], color: boolean): string {
  const palette = createPalette(color);
  const width = terminalWidth(80);
  const room = width < NARROW_COLUMNS ? 0 : Math.min(MAX_NAME_COLUMNS, Math.floor(width * 0.36));
  const column = 6 + Math.min(room, Math.max(...scenarios.map(({ name }) => name.length)));
  const lines = ({ name, title, cause }: ScenarioOutline): readonly string[] => {
    const why = cause === null ? "" : palette.quiet(`  ${cause}`);
    const isBeside = name.length <= column - 6;
    if (isBeside) return labelled(palette.accent(name), `${title}${why}`, { indent: 4, column, width });
    return [...indented(palette.accent(name), 4, width), ...indented(`${title}${why}`, column, width)];
  };
  const groups = groupOutlines(scenarios).map(({ title, isRefused, messages }) => [
    isRefused ? palette.bad(title) : palette.good(title),
    ...messages.flatMap(({ told, outlines }) => [...(told === "" ? [] : indented(told, 2, width)), ...outlines.flatMap(lines)]),
  ]);
  return `${groups.map((group) => group.join("\n")).join("\n\n")}\n`;
}
