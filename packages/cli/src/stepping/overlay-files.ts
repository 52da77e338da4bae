import { join } from "node:path";
import type { ScenarioFiles } from "@irsa-sim/scenario-runner";

/** Files of scenarios, some with another text than the disk has. */
export interface OverlayFiles extends ScenarioFiles {
  /** The texts that lie in front, by path; they can be replaced as a whole. */
  texts: ReadonlyMap<string, string>;
  /** What was read last of each file that is there, by path. */
  filesRead(): ReadonlyMap<string, string>;
}

/** Lets texts be put in front of files; the disk stays as it is. */
export function createOverlayFiles(files: ScenarioFiles): OverlayFiles {
  const found = new Map<string, string>();
  const overlay: OverlayFiles = {
    ...files,
    texts: new Map(),
    read(folder, file) {
      const path = join(folder, file);
      const content = overlay.texts.get(path) ?? files.read(folder, file);
      if (typeof content === "string") found.set(path, content);
      return content;
    },
    filesRead: () => found,
  };
  return overlay;
}
