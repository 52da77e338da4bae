import type { RunReport } from "@irsa-sim/core";
import { chooseStory, listRows, runToMarkdown, tellRun, toMermaid, toSvg } from "@irsa-sim/trace-views";
import { writeAtomically } from "../files/write-atomically.js";
import { nobodyThere } from "./nobody-there.js";
import type { RunFlags } from "./run-flags.js";

/**
 * `irsa-sim run --mermaid`, `--svg` and `--markdown`: the diagram of the pod that is shown, into files.
 *
 * @throws {UsageError} when there is no such pod or container
 * @throws {PathError} when a file cannot be written
 */
export function writeDrawings(report: RunReport, { pod, container, mermaid, svg, markdown }: RunFlags): void {
  const about = { ...(pod === undefined ? {} : { pod }), ...(container === undefined ? {} : { container }) };
  const run = tellRun(report);
  const story = chooseStory(run, about);
  if (story === null) throw nobodyThere(run, about);
  const rows = listRows(story);
  if (mermaid !== undefined) writeAtomically(mermaid, toMermaid(rows));
  if (svg !== undefined) writeAtomically(svg, toSvg(story, rows));
  if (markdown !== undefined) writeAtomically(markdown, runToMarkdown(run, story, rows));
}
