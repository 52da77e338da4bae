/** The catalogue as the tests load it: from the disk, as the command line does. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { epochMillis, type RunReport } from "@irsa-sim/core";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { type LoadedScenario, loadCells, loadScenario, type RunOptions, runScenario, type ScenarioFiles } from "../src/index.js";

const FOLDER = new URL("../../../scenarios/", import.meta.url).pathname;

/** Names of all scenarios. */
export const CATALOGUE = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, "scenario.yaml")));

/** Names of all that is played: each scenario, or each cell of its matrix. */
export const CASES = CATALOGUE.flatMap((name) => loadCells(catalogueFiles(), name).map((scenario) => scenario.name));

/** The folder of a case. */
export function folderOf(name: string): string {
  return name.split("[")[0] as string;
}

/** Loads a case. */
export function load(name: string, { files = catalogueFiles(), folder = folderOf(name), fixed = false } = {}): LoadedScenario {
  return loadScenario(files, folder, { cell: /\[(.*)\]$/.exec(name)?.[1] ?? null, fixed });
}

/** 2026-01-05T09:00:00Z, a Monday morning. */
export const START_AT = epochMillis(Date.UTC(2026, 0, 5, 9));

/** Of which all are readable. */
interface FilesInMemory extends Omit<ScenarioFiles, "read"> {
  read(folder: string, file: string): string | null;
}

/** The catalogue's files, with files of a test's own in front of them: `{ "mine/scenario.yaml": "…" }`. */
export function catalogueFiles(own: Readonly<Record<string, string>> = {}): FilesInMemory {
  const isThere = (name: string): boolean => CATALOGUE.includes(name) || `${name}/scenario.yaml` in own;
  return {
    folderOf: (name, from) => [name, join(from, name)].find(isThere) ?? null,
    names: () => CATALOGUE,
    read: (folder, file) => own[join(folder, file)] ?? readOrNull(join(FOLDER, folder, file)),
    displayPath: (folder, file) => `${folder}/${file}`,
  };
}

/** Plays a case of the catalogue. */
export function play(name: string, options: Partial<RunOptions> = {}): Promise<RunReport> {
  return playLoaded(load(name), options);
}

/** Plays what was loaded. */
export function playLoaded(scenario: LoadedScenario, options: Partial<RunOptions> = {}): Promise<RunReport> {
  return runScenario(scenario, { ...DEFAULTS, ...options });
}

/** Plays `basic` with lines of YAML added to it, such as a patch. */
export function playVariant(lines: string, options: Partial<RunOptions> = {}): Promise<RunReport> {
  const files = catalogueFiles({ "variant/scenario.yaml": `title: variant\nbase: basic\nexpect: { outcome: succeeded }\n${lines}\n` });
  return playLoaded(loadScenario(files, "variant"), options);
}

const DEFAULTS: RunOptions = { seed: "1", startAt: START_AT, keys: WELL_KNOWN_KEYS, keysAre: "well-known" };

function readOrNull(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
