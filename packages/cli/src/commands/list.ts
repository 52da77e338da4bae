import { loadCells } from "@irsa-sim/scenario-runner";
import { EXIT } from "../exit-codes.js";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { terminalWidth } from "../terminal/width.js";

/** `irsa-sim list`: the catalogue, one line each: name, what is expected, title. */
export async function list(flags: { readonly json?: boolean; readonly color: boolean }): Promise<number> {
  const files = createScenarioFilesOnDisk();
  const scenarios = files
    .catalogue()
    .flatMap((name) => loadCells(files, files.find(name)))
    .map(({ name, title, tags, expect }) => ({ name, title, tags, outcome: expect.outcome, step: expect.step ?? null, cause: expect.cause ?? null }));
  if (flags.json) {
    print(`${JSON.stringify({ schema: "irsa-sim/list/v1", scenarios }, null, 2)}\n`);
    return EXIT.asExpected;
  }
  const palette = createPalette(flags.color);
  const nameWidth = Math.max(...scenarios.map(({ name }) => name.length));
  // Where it goes to a file or a filter, nothing is left out.
  const width = process.stdout.isTTY ? terminalWidth() : Number.POSITIVE_INFINITY;
  for (const { name, outcome, step, title } of scenarios) {
    const expectation = (outcome === "succeeded" ? "succeeds" : `refused at ${step ?? "?"}`).padEnd(12);
    const room = width - nameWidth - expectation.length - 4;
    const shownTitle = title.length > room ? `${title.slice(0, Math.max(0, room - 1))}…` : title;
    print(`${palette.accent(name.padEnd(nameWidth))}  ${outcome === "succeeded" ? palette.good(expectation) : palette.bad(expectation)}  ${shownTitle}\n`, {
      styled: flags.color,
    });
  }
  return EXIT.asExpected;
}
