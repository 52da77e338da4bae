import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** Makes a folder and those above it that are missing, one at a time: asked for all at once, Node 20 does not come back from a file system that lets nobody make any. */
export function makeFolders(folder: string, mode = 0o777): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolders(dirname(folder), mode);
  mkdirSync(folder, { mode });
}
