/** Scenarios on disk: those that ship with the simulator, by name, and the user's own, by folder or file. */
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { nearestNames } from "@irsa-sim/core";
import type { ScenarioFiles } from "@irsa-sim/scenario-runner";
import { cleanLine } from "@irsa-sim/trace-views";
import { UsageError } from "../usage-error.js";
import { isInside } from "./is-inside.js";
import { type InputContent, inspectInput } from "./read-input.js";
import { shortestPath } from "./shortest-path.js";

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
  /** Lets scenarios below a folder name files anywhere in it; each may name what is in the folder around its own. */
  open(folder: string): void;
  /** The folders that were opened. */
  opened(): readonly string[];
  /** The folders of all that was read so far. */
  foldersRead(): readonly string[];
}

/**
 * Reads scenarios from the disk; each file once, since many scenarios have the same base.
 *
 * @param opened as by `open`
 */
export function createScenarioFilesOnDisk(opened: readonly string[] = []): ScenarioFilesOnDisk {
  const names = readCatalogue();
  const roots = new Set(opened);
  const contents = new Map<string, InputContent>();
  const read = new Set<string>();
  /** The widest first; the folder itself may be a link. */
  const within = (folder: string): readonly string[] => [...[...roots].filter((root) => isInside(folder, root)), dirname(folder), folder];
  return {
    catalogue: () => names,
    names: () => names,
    find: (name) => find(names, name),
    open: (folder) => void roots.add(folder),
    opened: () => [...roots],
    foldersRead: () => [...read],
    folderOf(name, from) {
      if (names.includes(name)) return join(CATALOGUE, name);
      const folders = name.includes("/") || name.startsWith(".") ? [join(from, name)] : within(from).map((root) => join(root, name));
      const folder = folders.find((candidate) => existsSync(join(candidate, "scenario.yaml")));
      return folder !== undefined && within(from).some((root) => isInside(realpathSync(folder), realpathSync(root))) ? folder : null;
    },
    read(folder, file) {
      const path = join(folder, file);
      const key = `${folder}\n${path}`;
      const known = contents.get(key);
      const content = known === undefined ? inspectInput(path, { within: within(folder) }) : known;
      contents.set(key, content);
      if (content !== null) read.add(dirname(path));
      return content;
    },
    displayPath: (folder, file) => cleanLine(shortestPath(join(folder, file))),
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
    const stats = statSync(path);
    if (stats.isFile()) return dirname(path);
    if (existsSync(join(path, "scenario.yaml"))) return path;
    throw new UsageError(`${cleanLine(name)} is ${stats.isDirectory() ? "a folder without a scenario.yaml" : "neither a folder nor a file"}`);
  }
  throw new UsageError(`there is no scenario "${cleanLine(name)}"`, {
    hint: `${nearest(catalogue, name)}irsa-sim list shows all scenarios; a folder or a scenario.yaml works too`,
  });
}

function nearest(catalogue: readonly string[], name: string): string {
  const names = nearestNames(name, catalogue);
  return names.length === 0 ? "" : `nearest: ${names.join(", ")}\n`;
}
