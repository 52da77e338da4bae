import type { ScenarioFiles } from "@irsa-sim/scenario-runner";
import { createPackedFiles } from "./create-packed-files.js";

/** The scenario files that the page has, with the viewer's edits over them. */
export function createFilesView(files: Readonly<Record<string, string>>, edits: ReadonlyMap<string, string>): ScenarioFiles {
  return createPackedFiles(new Map([...Object.entries(files), ...edits]));
}
