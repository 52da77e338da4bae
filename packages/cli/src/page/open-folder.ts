import { readdirSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import type { OpenedScenario } from "@irsa-sim/playground";
import { inspectInput } from "../files/read-input.js";
import type { ScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";

/**
 * A scenario's folder as the page opens it: one that ships by its name, one's own with the texts of all folders that loading it has read.
 *
 * @param place where the texts of one's own stand in the page
 */
export function openFolder(
  files: ScenarioFilesOnDisk,
  folder: string,
  { cell, place = "own" }: { readonly cell: string | null; readonly place?: string },
): OpenedScenario {
  const shipped = files.catalogue().map((name) => files.find(name));
  if (shipped.includes(folder)) return { folder: `scenarios/${basename(folder)}`, cell, files: {} };
  const around = dirname(folder);
  const texts = files
    .foldersRead()
    .filter((read) => !shipped.includes(read))
    .flatMap((read) => readdirSync(read, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(read, entry.name)] : [])))
    .map((path) => [relative(around, path).split(sep).join("/"), inspectInput(path)] as const);
  // What lies elsewhere ships, or is out of the page's reach.
  const own = texts.flatMap(([path, text]) => (typeof text === "string" && !path.startsWith("../") ? [[`${place}/${path}`, text] as const] : []));
  return { folder: `${place}/${basename(folder)}`, cell, files: Object.fromEntries(own) };
}
