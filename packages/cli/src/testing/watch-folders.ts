import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { writeTo } from "../files/write-to.js";
import type { Changes } from "./changes.js";

/**
 * Counts the changes of files below folders.
 *
 * @param isMeant which files, by their paths
 * @throws {PathError} when a folder cannot be watched
 */
export function watchFolders(folders: readonly string[], isMeant: (file: string) => boolean): Changes & { close(): void } {
  let count = 0;
  let waiting: (() => void)[] = [];
  const change = (): void => {
    count += 1;
    for (const tell of waiting) tell();
    waiting = [];
  };
  const watchers = folders.map((folder) =>
    writeTo(
      folder,
      (): FSWatcher =>
        watch(folder, { recursive: true }, (_, name) => {
          // Where the system does not say which file it was, it may have been any.
          if (name === null || isMeant(join(folder, name))) change();
        })
          // A folder that goes away has changed; the next run says so.
          .on("error", change),
    ),
  );
  return {
    count: () => count,
    beyond: (seen) => new Promise((resolve) => (count > seen ? resolve("changed") : waiting.push(() => resolve("changed")))),
    close: () => {
      for (const watcher of watchers) watcher.close();
    },
  };
}
