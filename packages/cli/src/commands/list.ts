import { EXIT } from "../exit-codes.js";
import { groupOutlines } from "../listing/group-outlines.js";
import { readOutlines } from "../listing/read-outlines.js";
import type { ScenarioOutline } from "../listing/scenario-outline.js";
import { selectOutlines } from "../listing/select-outlines.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { terminalWidth } from "../terminal/width.js";
import type { Selection } from "../testing/select-scenarios.js";

/** The options of `list`. */
export interface ListFlags {
  readonly json?: boolean;
  readonly color: boolean;
  readonly tag?: Selection["tags"];
  readonly step?: number;
  readonly sdk?: string;
}

/**
 * `irsa-sim list`: the catalogue by the step in which it is refused and by what the caller is told, one line a scenario with its cause.
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
  // Where it goes to a file or a filter, nothing is left out.
  const width = process.stdout.isTTY ? terminalWidth() : Number.POSITIVE_INFINITY;
  const columns = Math.max(...scenarios.map(({ name }) => name.length));
  const cut = (text: string, room: number): string => (text.length > room ? `${text.slice(0, Math.max(0, room - 1))}…` : text);
  const line = ({ name, title, cause }: ScenarioOutline): string => {
    const head = `    ${palette.accent(name.padEnd(columns))}  `;
    const why = cause === null ? "" : `  ${cause}`;
    return `${head}${cut(title, width - columns - 6 - why.length)}${palette.quiet(why)}`;
  };
  const groups = groupOutlines(scenarios).map(({ title, isRefused, messages }) => [
    isRefused ? palette.bad(title) : palette.good(title),
    ...messages.flatMap(({ told, outlines }) => [...(told === "" ? [] : [`  ${cut(told, width - 2)}`]), ...outlines.map(line)]),
  ]);
  return `${groups.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
