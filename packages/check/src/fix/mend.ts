import type { CheckReport } from "@irsa-sim/core";
import { ScenarioError } from "@irsa-sim/scenario-runner";
import { type Checked, check } from "../check.js";
import { CheckError } from "../check-error.js";
import type { CheckOptions } from "../check-options.js";
import type { InputFile } from "../input-file.js";
import { applyFixes } from "./apply-fixes.js";
import { type Fix, fixesIn, namesOf } from "./fixes-in.js";
import { type Generated, generatedBy } from "./generated-by.js";
import { chooseApart, touchedBy } from "./touched-by.js";

/** A file, and what stands in it once it is mended. */
export interface MendedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** What writes the file; `null` for one that somebody writes himself. */
  readonly generated: Generated | null;
}

/** What became of the fixes. */
export interface Mended {
  readonly files: readonly MendedFile[];
  /** Of the files as they are then. */
  readonly report: CheckReport;
}

/**
 * Mends the user's files as the causes say, and checks the result: a change is kept when it makes its workload work and takes nothing away that worked. Changes that
 * touch none of the same worlds are tried together, and a world that no change touches is not played again, so that many of them take little longer than one.
 *
 * @param checked the files as they are
 */
export async function mend(files: readonly InputFile[], checked: Checked, options: CheckOptions): Promise<Mended> {
  const givenUp = new Set<string>();
  let now: State = { files, checked };
  for (;;) {
    const fixes = fixesIn(now.checked).filter(({ workload }) => !givenUp.has(workload));
    const tried = await tryTogether(chooseApart(fixes, now.checked.played), now, { options, givenUp });
    // What was given up frees others that touch the same.
    if (tried === null && fixes.every(({ workload }) => !givenUp.has(workload))) break;
    now = tried ?? now;
  }
  const changed = files.flatMap((before, index): MendedFile[] => {
    const after = now.files[index];
    return after === undefined || after.text === before.text
      ? []
      : [{ file: before.file, before: before.text, after: after.text, generated: generatedBy(before.text, after.text) }];
  });
  return { files: changed, report: now.checked.report };
}

interface State {
  readonly files: readonly InputFile[];
  readonly checked: Checked;
}

interface Trying {
  readonly options: CheckOptions;
  /** Workloads whose fix does not help. */
  readonly givenUp: Set<string>;
}

/**
 * Tries fixes that are apart, all at once; those that do not help or harm are given up, and the others tried without them.
 *
 * @returns `null` when none is left
 */
async function tryTogether(fixes: readonly Fix[], before: State, trying: Trying): Promise<State | null> {
  const { options, givenUp } = trying;
  if (fixes.length === 0) return null;
  const files = applyFixes(before.files, fixes);
  if (files === null) return tryTogether(withoutUnfit(fixes, before, givenUp), before, trying);
  const checked = await checkAgain(files, options, before.checked.memory);
  if (checked === null) return tryTogether(fixes.length === 1 ? giveUp(fixes, [], givenUp) : fixes.slice(0, fixes.length >> 1), before, trying);
  const works = new Set(worksIn(checked));
  const lost = new Set(worksIn(before.checked).filter((name) => !works.has(name)));
  const helping = fixes.filter(({ workload }) => works.has(workload));
  if (lost.size === 0 && helping.length === fixes.length) return { files, checked };
  const names = namesOf(before.checked.played);
  const touching = touchedBy(helping, before.checked.played);
  const harmless = helping.filter((fix) => ![...touching(fix)].some((index) => lost.has(names[index] ?? "")));
  if (harmless.length === fixes.length) return tryTogether(fixes.length === 1 ? giveUp(fixes, [], givenUp) : fixes.slice(0, fixes.length >> 1), before, trying);
  return tryTogether(giveUp(fixes, harmless, givenUp), before, trying);
}

/** `null` when the changed files cannot be read or played. */
async function checkAgain(files: readonly InputFile[], options: CheckOptions, memory: Checked["memory"]): Promise<Checked | null> {
  try {
    return await check(files, options, memory);
  } catch (error) {
    if (error instanceof CheckError || error instanceof ScenarioError) return null;
    throw error;
  }
}

/** Where they do not fit together though each fits, half of them goes first. */
function withoutUnfit(fixes: readonly Fix[], { files }: State, givenUp: Set<string>): readonly Fix[] {
  const fitting = fixes.filter((fix) => applyFixes(files, [fix]) !== null);
  return fitting.length === fixes.length ? fixes.slice(0, fixes.length >> 1) : giveUp(fixes, fitting, givenUp);
}

function giveUp(fixes: readonly Fix[], kept: readonly Fix[], givenUp: Set<string>): readonly Fix[] {
  for (const fix of fixes) if (!kept.includes(fix)) givenUp.add(fix.workload);
  return kept;
}

function worksIn({ played }: Checked): readonly string[] {
  const names = namesOf(played);
  return played.flatMap(({ workload: { verdict } }, index) => (verdict === "works" ? [names[index] ?? ""] : []));
}
