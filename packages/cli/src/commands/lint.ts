import { findServiceKeyNotices, ScenarioError } from "@irsa-sim/scenario-runner";
import { EXIT } from "../exit-codes.js";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { reportError } from "../report-error.js";
import { print } from "../terminal/print.js";
import { printNotices } from "../terminal/print-notices.js";
import { findScenarios } from "../testing/find-scenarios.js";
import { loadAll } from "../testing/load-all.js";

/**
 * `irsa-sim lint`: reads scenarios with all their files, and plays nothing.
 *
 * @returns the exit code: 0 without faults, else 3
 * @throws {ScenarioError} with all faults of all files
 */
export async function lint(paths: readonly string[]): Promise<number> {
  const files = createScenarioFilesOnDisk();
  const found = loadAll(files, findScenarios(files, paths));
  const errors = found.flatMap((one) => ("error" in one ? [one.error] : []));
  const scenarios = found.flatMap((one) => ("scenario" in one ? [one.scenario] : []));
  const ofServices = await Promise.all(scenarios.map(findServiceKeyNotices));
  const noticed = printNotices([...scenarios.flatMap(({ notices }) => notices), ...ofServices.flat()]);
  // A file that cannot be read has no line to point to, and a message of its own.
  const unreadable = errors.filter((error) => !(error instanceof ScenarioError));
  for (const error of unreadable) reportError(error);
  const problems = errors.flatMap((error) => (error instanceof ScenarioError ? error.problems : []));
  const count = errors.reduce((sum, error) => sum + (error instanceof ScenarioError ? error.count : 0), 0);
  if (problems.length > 0) throw new ScenarioError(problems, count);
  if (unreadable.length > 0) return EXIT.invalidInput;
  print(
    `${found.length === 1 ? "1 scenario" : `${found.length} scenarios`}, no faults${noticed === 0 ? "" : noticed === 1 ? ", 1 notice" : `, ${noticed} notices`}\n`,
  );
  return EXIT.asExpected;
}
