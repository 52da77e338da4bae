import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import { EXIT } from "../exit-codes.js";
import { isInside } from "../files/is-inside.js";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { splitCell } from "../files/split-cell.js";
import { reportError } from "../report-error.js";
import { readKeys } from "../terminal/keys.js";
import { print } from "../terminal/print.js";
import { printError } from "../terminal/print-error.js";
import type { WatchState } from "../testing/decide-watch.js";
import { findScenarios } from "../testing/find-scenarios.js";
import { loadAll } from "../testing/load-all.js";
import { parseFilter } from "../testing/parse-selection.js";
import { watchFolders } from "../testing/watch-folders.js";
import { watchLoop } from "../testing/watch-loop.js";
import { UsageError } from "../usage-error.js";
import { type IsOvertaken, test } from "./test.js";
import type { TestFlags } from "./test-flags.js";

const HELP = "a all · f failed · p pattern · Enter again · q quit";
const CLEAR_LINE = "\r\u001B[K";

/**
 * `irsa-sim test --watch`: tests again whenever a file of the scenarios changes or a key asks for it.
 *
 * @throws {UsageError} without a terminal, where nobody could press a key
 */
export async function watch(paths: readonly string[], flags: TestFlags): Promise<number> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) throw new UsageError("--watch is for a terminal");
  const written = flags.report.flatMap(({ file }) => (file === null ? [] : [resolve(file)]));
  const changes = watchFolders(foldersOf(paths), (file) => isInput(file) && !written.includes(file));
  const keys = readKeys();
  try {
    await watchLoop({
      keys,
      changes,
      run: (selection, isOvertaken) => runOnce(paths, select(flags, selection), isOvertaken),
      showTyping: (pattern) => {
        process.stdout.write(CLEAR_LINE);
        print(`pattern: ${pattern}`);
      },
    });
    return EXIT.asExpected;
  } finally {
    changes.close();
    await keys.return(undefined);
  }
}

/** @throws {InvalidArgumentError} for a pattern that is none */
function select(flags: TestFlags, selection: WatchState["selection"]): () => TestFlags {
  return () => {
    if (selection === "all") return flags;
    return selection === "failed" ? { ...flags, status: "failed", allowEmpty: true } : { ...flags, filter: parseFilter(selection.pattern) };
  };
}

/** Whatever is wrong with the files is told, and waits to be mended. */
async function runOnce(paths: readonly string[], flags: () => TestFlags, isOvertaken: IsOvertaken): Promise<void> {
  process.stdout.write(`${CLEAR_LINE}\n`);
  try {
    await test(paths, flags(), isOvertaken);
  } catch (error) {
    if (error instanceof InvalidArgumentError) printError(`${error.message}\n`);
    // What was half written when it was read is read again.
    else if (!isOvertaken()) reportError(error);
  }
  print(isOvertaken() ? "\na file has changed; again\n" : `\n${HELP}\n`);
}

/** Of a catalogue name its folder, of a file the folder that it is in; without paths the whole catalogue. Files elsewhere that scenarios name are watched too. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const files = createScenarioFilesOnDisk();
  if (paths.length === 0) return [dirname(files.find("basic"))];
  const named = paths.map((written) => {
    const { path } = splitCell(written);
    return existsSync(path) && !path.endsWith(".yaml") ? resolve(path) : files.find(path);
  });
  loadAll(files, findScenarios(files, paths));
  return [...named, ...files.foldersRead().filter((folder) => !named.some((watched) => isInside(folder, watched)))];
}

/** What scenarios are made of, and not what a test writes itself. */
function isInput(file: string): boolean {
  return /\.(ya?ml|json)$/.test(file) && !/[\\/]\./.test(file);
}
