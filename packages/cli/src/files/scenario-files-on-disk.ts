/** Scenarios on disk: those that ship with the simulator, by name, and the user's own, by folder or file. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ScenarioFiles } from "@irsa-sim/scenario-runner";
import { distance } from "fastest-levenshtein";
import { UsageError } from "../usage-error.js";

const CATALOGUE = findCatalogue(dirname(fileURLToPath(import.meta.url)));

/** The folder `scenarios` beside or above this file, which is bundled in one place and compiled in another. */
function findCatalogue(folder: string): string {
  const candidate = join(folder, "scenarios");
  if (existsSync(join(candidate, "basic", "scenario.yaml"))) return candidate;
  if (dirname(folder) === folder) throw new Error("the scenarios that ship with the simulator are missing");
  return findCatalogue(dirname(folder));
}

/** Scenario files, and how a name on the command line becomes a folder. */
export interface ScenarioFilesOnDisk extends ScenarioFiles {
  /** Names of the scenarios that ship with the simulator, `basic` first, the others in order of the alphabet. */
  catalogue(): readonly string[];
  /**
   * The folder behind a catalogue name, a folder or a file.
   *
   * @throws {UsageError} with the nearest names when there is none
   */
  find(name: string): string;
}

/** Reads scenarios from the disk; each file once, since many scenarios have the same base. */
export function createScenarioFilesOnDisk(): ScenarioFilesOnDisk {
  const names = readCatalogue();
  const texts = new Map<string, string | null>();
  return {
    catalogue: () => names,
    find: (name) => find(names, name),
    folderOf: (name) => (names.includes(name) ? join(CATALOGUE, name) : null),
    read: (folder, file) => {
      const path = join(folder, file);
      const known = texts.get(path);
      const text = known === undefined ? readText(path) : known;
      texts.set(path, text);
      return text;
    },
    displayPath: (folder, file) => shortest(join(folder, file)),
  };
}

function readCatalogue(): readonly string[] {
  const names = readdirSync(CATALOGUE).filter((name) => existsSync(join(CATALOGUE, name, "scenario.yaml")));
  return ["basic", ...names.filter((name) => name !== "basic").sort()];
}

function find(catalogue: readonly string[], name: string): string {
  if (catalogue.includes(name)) return join(CATALOGUE, name);
  const path = resolve(name);
  if (existsSync(path)) {
    if (statSync(path).isFile()) return dirname(path);
    if (existsSync(join(path, "scenario.yaml"))) return path;
    throw new UsageError(`${name} is a folder without a scenario.yaml`);
  }
  throw new UsageError(`there is no scenario "${name}"`, {
    hint: `${nearest(catalogue, name)}irsa-sim list shows all scenarios; a folder or a scenario.yaml works too`,
  });
}

function nearest(catalogue: readonly string[], name: string): string {
  const names = [...catalogue].sort((a, b) => distance(name, a) - distance(name, b)).slice(0, 3);
  return `nearest: ${names.join(", ")}\n`;
}

/** The file's text; `null` when there is none. */
function readText(path: string): string | null {
  if (!existsSync(path) || !statSync(path).isFile()) return null;
  return readFileSync(path, "utf8");
}

/** A path as the user would type it: relative to where they stand when that is shorter. */
function shortest(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.length < path.length && !isAbsolute(fromHere) ? fromHere : path;
}
