import { readdirSync, readlinkSync, realpathSync, statSync } from "node:fs";
import type { Disk } from "./plan-mounts.js";

/** This machine's own disk. */
export const diskOfHost: Disk = {
  kindOf(path) {
    const status = statSync(path, { throwIfNoEntry: false });
    return status === undefined ? null : status.isDirectory() ? "directory" : "file";
  },
  list: (directory) =>
    readdirSync(directory, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isSymbolicLink() ? "link" : entry.isDirectory() ? "directory" : "file",
      target: entry.isSymbolicLink() ? readlinkSync(`${directory}/${entry.name}`) : null,
    })),
  realPath: (path) => realpathSync(path),
};
