import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type PlayedWorkload, toScenarioFolder } from "@irsa-sim/check";
import { writeAtomically } from "../files/write-atomically.js";
import { UsageError } from "../usage-error.js";
import { namePlays } from "./name-plays.js";

/**
 * Writes what was played as scenarios: into the folder itself when there is one, else each into a folder in it.
 *
 * @returns the folders of the scenarios
 * @throws {UsageError} when the folder holds something already
 * @throws {PathError} when it cannot be written to
 */
export function saveScenarios(folder: string, played: readonly PlayedWorkload[]): readonly string[] {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new UsageError(`${folder} is not empty; nothing was written`);
  const named = namePlays(played);
  return named.map(({ name, play }) => {
    const own = named.length === 1 ? folder : join(folder, name);
    for (const [file, text] of toScenarioFolder(play)) writeAtomically(join(own, file), text);
    return own;
  });
}
