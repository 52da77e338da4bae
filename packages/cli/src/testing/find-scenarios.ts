import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { listFolder } from "../files/list-folder.js";
import type { ScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { splitCell } from "../files/split-cell.js";

/** A folder, and perhaps the only cell that is wanted. */
export interface FolderAndCell {
  readonly folder: string;
  readonly cell: string | null;
}

const MAX_DEPTH = 8;

/**
 * The folders of the scenarios that `paths` name: catalogue names, files, scenario folders, or folders with scenarios somewhere below; behind each of them
 * perhaps a cell in brackets.
 *
 * @param paths empty for the whole catalogue
 * @throws {UsageError} when a path leads to no scenario
 * @throws {InputFileError} when a folder cannot be listed
 */
export function findScenarios(files: ScenarioFilesOnDisk, paths: readonly string[]): readonly FolderAndCell[] {
  const named = paths.length === 0 ? files.catalogue() : paths;
  const found = named.flatMap((written) => {
    const { path, cell } = splitCell(written);
    const below = isFolder(path) ? scenariosBelow(resolve(path), 0) : [];
    if (below.length > 0) files.open(resolve(path));
    return (below.length > 0 ? below : [files.find(path)]).map((folder) => ({ folder, cell }));
  });
  return [...new Map(found.map((one) => [`${one.folder}[${one.cell}]`, one])).values()];
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** In order of the alphabet; a scenario's own folder is not searched further. */
function scenariosBelow(folder: string, depth: number): readonly string[] {
  if (existsSync(join(folder, "scenario.yaml"))) return [folder];
  if (depth === MAX_DEPTH) return [];
  const folders = listFolder(folder)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
    .map(({ name }) => name);
  return folders.sort().flatMap((name) => scenariosBelow(join(folder, name), depth + 1));
}
