import { statSync } from "node:fs";
import { join } from "node:path";
import type { TestReport } from "@irsa-sim/core";
import { runScenario } from "@irsa-sim/scenario-runner";
import { drawingsToMermaid, drawingsToSvg, drawRun, type RunDrawing, tellRun, testToMarkdown } from "@irsa-sim/trace-views";
import { runOptions } from "../commands/run-options.js";
import type { TestFlags } from "../commands/test-flags.js";
import { PathError } from "../files/path-error.js";
import { writeAtomically } from "../files/write-atomically.js";
import type { Testable } from "./run-tests.js";

/** What was tested, beside what came of it. */
interface Tested {
  readonly report: TestReport;
  readonly selected: readonly Testable[];
}

/**
 * `irsa-sim test --mermaid`, `--svg` and `--markdown`: each scenario that was played, drawn into one file or, where the path is a folder, into one a scenario.
 * They are played anew, which gives the same trace.
 *
 * @throws {PathError} when a file cannot be written
 */
export async function writeTestDrawings(flags: TestFlags, { report, selected }: Tested): Promise<void> {
  const played = new Set(report.scenarios.flatMap(({ name, outcome }) => (outcome === "passed" || outcome === "failed" ? [name] : [])));
  const drawings: RunDrawing[] = [];
  for (const one of selected) {
    if (!("scenario" in one) || !played.has(one.name)) continue;
    const run = tellRun(await runScenario(one.scenario, await runOptions(one.scenario, flags)));
    drawings.push(drawRun(one.name, run, run.main));
  }
  if (flags.mermaid !== undefined) write(flags.mermaid, ".mmd", { drawings, render: drawingsToMermaid });
  if (flags.svg !== undefined) write(flags.svg, ".svg", { drawings, render: drawingsToSvg });
  if (flags.markdown !== undefined) writeAtomically(flags.markdown, testToMarkdown(report, drawings));
}

interface Drawn {
  readonly drawings: readonly RunDrawing[];
  readonly render: (drawings: readonly RunDrawing[]) => string;
}

function write(path: string, extension: string, { drawings, render }: Drawn): void {
  if (!isFolder(path)) writeAtomically(path, render(drawings));
  else for (const drawing of drawings) writeAtomically(join(path, fileName(drawing.name, extension)), render([drawing]));
}

/** One that is there, or is named as one. */
function isFolder(path: string): boolean {
  return /[\\/]$/.test(path) || (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

/** The name of a cell may hold what leads elsewhere. */
function fileName(name: string, extension: string): string {
  if (/[\\/]/.test(name)) throw new PathError({ path: `${name}${extension}`, expected: "a scenario whose name can be a file's", actual: "one with a slash" });
  return `${name}${extension}`;
}
