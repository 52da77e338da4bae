/** What lies in a projected volume, read the same way from a real disk and from one in memory. */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "@irsa-sim/core";

/** A disk, as far as one is looked at. */
export interface Disk {
  list(path: string): readonly string[];
  lstat(path: string): { readonly kind: "file" | "directory" | "symlink"; readonly mode: number; readonly uid: number; readonly gid: number };
  readLink(path: string): string;
  read(path: string): string;
}

/** An entry of a tree. */
export interface TreeEntry {
  /** Below the volume, with `..DATA` for the directory that is named after the time; `.` for the volume itself. */
  readonly path: string;
  readonly kind: string;
  /** Octal, with set-group-id and the like; none for links, whose mode counts nowhere. */
  readonly mode: string | null;
  readonly owner: string;
  readonly target: string | null;
}

/** The disk of this machine. */
export const realDisk: Disk = {
  list: (path) => readdirSync(path).sort(),
  lstat(path) {
    const status = lstatSync(path);
    const kind = status.isSymbolicLink() ? "symlink" : status.isDirectory() ? "directory" : "file";
    return { kind, mode: status.mode & 0o7777, uid: status.uid, gid: status.gid };
  },
  readLink: (path) => readlinkSync(path),
  read: (path) => readFileSync(path, "utf8"),
};

/** A disk in memory. */
export function diskOf(files: Files): Disk {
  return {
    list: (path) => files.list(path),
    lstat(path) {
      const status = files.lstat(path);
      if (status === null) throw new Error(`nothing is at ${path}`);
      return status;
    },
    readLink: (path) => files.readLink(path),
    read: (path) => new TextDecoder().decode(files.read(path)),
  };
}

const DATED = /\.\.\d{4}_\d\d_\d\d_\d\d_\d\d_\d\d\.\d+/;

/**
 * Lists a volume, directories before what is in them.
 *
 * @example volumeTree(realDisk, "/var/lib/kubelet/pods/1/volumes/kubernetes.io~projected/tokens")
 */
export function volumeTree(disk: Disk, volume: string, below = ""): readonly TreeEntry[] {
  const path = join(volume, below);
  const { kind, mode, uid, gid } = disk.lstat(path);
  const undated = (text: string): string => text.replace(DATED, "..DATA");
  const entry: TreeEntry = {
    ...{ path: undated(below || "."), kind, owner: `${uid}:${gid}` },
    mode: kind === "symlink" ? null : mode.toString(8),
    target: kind === "symlink" ? undated(disk.readLink(path)) : null,
  };
  const inside = kind === "directory" ? disk.list(path).flatMap((name) => volumeTree(disk, volume, join(below, name))) : [];
  return [entry, ...inside];
}
