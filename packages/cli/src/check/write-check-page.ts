import { type PlayedWorkload, toScenarioFolder } from "@irsa-sim/check";
import { toJson } from "@irsa-sim/trace-views";
import { writeAtomically } from "../files/write-atomically.js";
import { embedInPage } from "../page/embed-in-page.js";
import { readPage } from "../page/read-page.js";
import { namePlays } from "./name-plays.js";

/**
 * The page with what was played in it as a scenario of one's own: the first that is broken, or else the first.
 *
 * @throws {UsageError} when the page was not made
 * @throws {PathError} when the file cannot be written
 */
export function writeCheckPage(path: string, played: readonly PlayedWorkload[]): void {
  const named = namePlays(played);
  const shown = named.find(({ play }) => play.report.failure !== null) ?? named[0];
  if (shown === undefined) return;
  const { name, play } = shown;
  const folder = `own/${name}`;
  const files = Object.fromEntries([...toScenarioFolder(play)].map(([file, text]) => [`${folder}/${file}`, text]));
  const { seed, startAt } = play.report;
  const report = [...toJson(play.report, { showTokens: false })].join("");
  writeAtomically(path, embedInPage(readPage(), { folder, cell: null, files, report, conditions: { seed, startAt }, results: [] }));
}
