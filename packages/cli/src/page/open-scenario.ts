import { readdirSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { loadScenario } from "@irsa-sim/scenario-runner";
import { inspectInput } from "../files/read-input.js";
import { createScenarioFilesOnDisk, type ScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { splitCell } from "../files/split-cell.js";
import type { Opened } from "./opened.js";

/**
 * A scenario as the page opens it: one that ships by its name, one's own with the texts of all folders that loading it reads.
 *
 * @throws {UsageError} when there is no such scenario
 * @throws {ScenarioError} when its files are invalid
 */
export function openScenario(name: string, cellFlag: string | undefined): Omit<Opened, "report"> {
  const files = createScenarioFilesOnDisk();
  const { path, cell: named } = splitCell(name);
  const cell = cellFlag ?? named;
  const folder = files.find(path);
  loadScenario(files, folder, { cell });
  const isShipped = files.catalogue().some((one) => files.find(one) === folder);
  return isShipped ? { folder: `scenarios/${basename(folder)}`, cell, files: {} } : { folder: `own/${basename(folder)}`, cell, files: ownTexts(files, folder) };
}

/** What lies beside what was read, by its path below the folder around the scenario's; what lies elsewhere ships, or is out of the page's reach. */
function ownTexts(files: ScenarioFilesOnDisk, folder: string): Readonly<Record<string, string>> {
  const around = dirname(folder);
  const shipped = files.catalogue().map((name) => files.find(name));
  const texts = files
    .foldersRead()
    .filter((read) => !shipped.includes(read))
    .flatMap((read) => readdirSync(read, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(read, entry.name)] : [])))
    .map((path) => [relative(around, path).split(sep).join("/"), inspectInput(path)] as const);
  return Object.fromEntries(texts.flatMap(([path, text]) => (typeof text === "string" && !path.startsWith("../") ? [[`own/${path}`, text]] : [])));
}
