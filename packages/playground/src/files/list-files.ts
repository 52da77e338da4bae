import { createFilesView } from "./create-files-view.js";

/** A folder whose files a scenario reads. */
export interface FileGroup {
  readonly folder: string;
  /** Whole paths, the scenario's own file first. */
  readonly paths: readonly string[];
}

/** The files of a scenario: its own, then those of the scenarios that it is based on. */
export function listFiles(files: Readonly<Record<string, string>>, edits: ReadonlyMap<string, string>, folder: string): readonly FileGroup[] {
  const view = createFilesView(files, edits);
  // A file with faults has no tree, and its base is needed all the same: so the line is read as it is written.
  const baseOf = (of: string): string | null => {
    const text = view.read(of, "scenario.yaml");
    const base = typeof text === "string" ? /^base:\s*["']?([^\s"'#]+)/m.exec(text)?.[1] : undefined;
    return base === undefined ? null : view.folderOf(base, of);
  };
  const all = [...new Set([...Object.keys(files), ...edits.keys()])].sort();
  const groups: FileGroup[] = [];
  for (let next: string | null = folder; next !== null && !groups.some((group) => group.folder === next); next = baseOf(next)) {
    const within = `${next}/`;
    const paths = all.filter((path) => path.startsWith(within));
    groups.push({ folder: next, paths: [...paths.filter(isScenario), ...paths.filter((path) => !isScenario(path))] });
  }
  return groups;
}

function isScenario(path: string): boolean {
  return path.endsWith("/scenario.yaml");
}
