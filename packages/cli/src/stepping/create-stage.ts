import { join } from "node:path";
import { CAUSES } from "@irsa-sim/diagnosis";
import { type Breakage, breakScenario, type LoadedScenario, listBreakages, loadScenario, runWithFix } from "@irsa-sim/scenario-runner";
import type { Change, Played, Stage } from "@irsa-sim/stepper";
import { createRunStory } from "@irsa-sim/story";
import type { RunFlags } from "../commands/run-flags.js";
import { runOptions } from "../commands/run-options.js";
import { describeError } from "../describe-error.js";
import { exitCodeOf } from "../exit-code-of.js";
import { EXIT } from "../exit-codes.js";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { shortestPath } from "../files/shortest-path.js";
import { splitCell } from "../files/split-cell.js";
import { printNotices } from "../terminal/print-notices.js";
import { editText } from "./edit-text.js";
import { createOverlayFiles, type OverlayFiles } from "./overlay-files.js";

/** Where the stepper plays a scenario from the disk. */
export interface DiskStage extends Stage {
  /**
   * Plays the scenario as it is written, and tells what its files say without effect.
   *
   * @throws {UsageError} when there is no such scenario
   * @throws {CellError} when it has a matrix, and none or no such cell is named
   * @throws {ScenarioError} when its files are invalid
   */
  readonly open: () => Promise<Played>;
}

/** What lies in front of the files, whether the fix is applied, and how the viewer is told of both. */
interface Changed {
  readonly texts: ReadonlyMap<string, string>;
  readonly isFixed: boolean;
  readonly told: readonly string[];
}

const AS_WRITTEN: Changed = { texts: new Map(), isFixed: false, told: [] };

/** Makes a stage for a scenario. What is broken or edited lies in front of its files; none of them is written. */
export function createStage(name: string, flags: RunFlags): DiskStage {
  const disk = createScenarioFilesOnDisk();
  const files = createOverlayFiles(disk);
  const { path, cell } = splitCell(name);
  const folder = disk.find(path);
  let changed = AS_WRITTEN;
  let breakages: readonly Breakage[] = [];

  const load = (next: Changed): LoadedScenario => {
    files.texts = next.texts;
    return loadScenario(files, folder, { cell: flags.cell ?? cell, fixed: next.isFixed });
  };
  const play = async (scenario: LoadedScenario, next: Changed): Promise<Played> => {
    const report = await runWithFix(scenario, await runOptions(scenario, flags));
    changed = next;
    breakages = listBreakages(scenario, report);
    return {
      story: createRunStory(report),
      lesson: scenario.lesson,
      hasFix: scenario.fix !== null && !next.isFixed,
      changes: next.told,
      breakages,
      causes: CAUSES,
      documents: [...files.filesRead().keys()].map((file) => ({ id: file, title: shortestPath(file) })),
    };
  };
  return {
    needsTerminal: ({ kind }) => kind === "edit",
    async open() {
      const scenario = load(AS_WRITTEN);
      printNotices(scenario.notices);
      return play(scenario, AS_WRITTEN);
    },
    async play(change) {
      const next = await applyChange(change, { changed, files, folder, breakages });
      if ("problem" in next) return next;
      try {
        return await play(load(next), next);
      } catch (error) {
        if (exitCodeOf(error) === EXIT.internal) throw error;
        files.texts = changed.texts;
        return { problem: describeError(error) };
      }
    },
  };
}

interface Situation {
  readonly changed: Changed;
  readonly files: OverlayFiles;
  readonly folder: string;
  readonly breakages: readonly Breakage[];
}

async function applyChange(change: Change, { changed, files, folder, breakages }: Situation): Promise<Changed | { readonly problem: string }> {
  const { texts, told } = changed;
  if (change.kind === "as-written") return AS_WRITTEN;
  if (change.kind === "fix") return { ...changed, isFixed: true, told: [...told, "fixed"] };
  if (change.kind === "break") {
    const breakage = breakages.find(({ id }) => id === change.id);
    if (breakage === undefined) throw new Error(`nothing that can be broken is called ${change.id}`);
    const text = breakScenario(files, folder, breakage);
    return { texts: new Map([...texts, [join(folder, "scenario.yaml"), text]]), isFixed: false, told: [...told, breakage.title] };
  }
  const before = files.filesRead().get(change.id) ?? "";
  const edited = await editText(before, change.id);
  if ("problem" in edited) return edited;
  if (edited.text === before) return { problem: `${shortestPath(change.id)} is as it was; nothing was played again` };
  return { ...changed, texts: new Map([...texts, [change.id, edited.text]]), told: [...told, `edited ${shortestPath(change.id)}`] };
}
