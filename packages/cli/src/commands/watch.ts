import { existsSync, watch as watchFiles } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import { EXIT } from "../exit-codes.js";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { splitCell } from "../files/split-cell.js";
import { reportError } from "../report-error.js";
import { readKeys } from "../terminal/keys.js";
import { decideWatch, type WatchState } from "../testing/decide-watch.js";
import { parseFilter } from "../testing/parse-selection.js";
import { UsageError } from "../usage-error.js";
import { type TestFlags, test } from "./test.js";

const HELP = "a all · f failed · p pattern · Enter again · q quit";

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
  let state: WatchState = { selection: "all", typing: null };
  let key = keys.next();
  try {
    await runOnce(paths, flags, state);
    for (;;) {
      const event = await Promise.race([key, changes.next()]);
      if (event === "changed") {
        await runOnce(paths, flags, state);
        continue;
      }
      if (event.done) return EXIT.asExpected;
      const decision = decideWatch(state, event.value);
      if (decision.move === "quit") return EXIT.asExpected;
      // Not before: a key that is still waited for would hold the terminal.
      key = keys.next();
      state = decision.state;
      if (state.typing !== null) process.stdout.write(`\r\u001B[Kpattern: ${state.typing}`);
      if (decision.move === "run") await runOnce(paths, flags, state);
    }
  } finally {
    changes.close();
    await keys.return(undefined);
  }
}

/** Whatever is wrong with the files is told, and waits to be mended. */
async function runOnce(paths: readonly string[], flags: TestFlags, { selection }: WatchState): Promise<void> {
  process.stdout.write("\r\u001B[K\n");
  try {
    if (selection === "all") await test(paths, flags);
    else if (selection === "failed") await test(paths, { ...flags, status: "failed", allowEmpty: true });
    else await test(paths, { ...flags, filter: parseFilter(selection.pattern) });
  } catch (error) {
    if (error instanceof InvalidArgumentError) process.stderr.write(`${error.message}\n`);
    else reportError(error);
  }
  process.stdout.write(`\n${HELP}\n`);
}

/** Of a catalogue name its folder, of a file the folder that it is in; without paths the whole catalogue. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const files = createScenarioFilesOnDisk();
  if (paths.length === 0) return [dirname(files.find("basic"))];
  return paths.map((written) => {
    const { path } = splitCell(written);
    return existsSync(path) && !path.endsWith(".yaml") ? resolve(path) : files.find(path);
  });
}

/** What scenarios are made of, and not what a test writes itself. */
function isInput(file: string): boolean {
  return /\.(ya?ml|json)$/.test(file) && !/[\\/]\./.test(file);
}

/** Tells changes of files below folders; what happens while nobody asks is not told. */
function watchFolders(folders: readonly string[], isMeant: (file: string) => boolean): { next(): Promise<"changed">; close(): void } {
  let tell: (() => void) | null = null;
  const watchers = folders.map((folder) =>
    watchFiles(folder, { recursive: true }, (_, name) => {
      if (name !== null && isMeant(join(folder, name))) tell?.();
    }),
  );
  return {
    next: () =>
      new Promise((resolve) => {
        tell = () => resolve("changed");
      }),
    close: () => {
      for (const watcher of watchers) watcher.close();
    },
  };
}
