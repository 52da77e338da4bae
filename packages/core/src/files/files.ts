/**
 * A POSIX file tree as far as a projected volume needs it: directories, symlinks, modes, owners, atomic rename.
 * There is one in memory; nothing here touches a real disk.
 */
import type { EpochMillis } from "../time/epoch.js";

/** What `stat` and `lstat` tell. */
export interface FileStatus {
  readonly kind: "file" | "directory" | "symlink";
  /** Permission bits, for example 0o644. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Changes whenever the file is replaced, never when it is rewritten in place. */
  readonly inode: number;
  readonly modifiedAt: EpochMillis;
}

/** Who accesses; root passes every permission check. */
export interface FileUser {
  readonly uid: number;
  readonly gids: readonly number[];
}

/**
 * A file tree. Paths are absolute, `/` separated. Every method throws {@link FileError} with a POSIX code.
 */
export interface Files {
  /** The file's content; follows symlinks. */
  read(path: string): Uint8Array;
  /** Creates or overwrites a file; a new one gets `mode` exactly (no umask), 0o644 when absent. */
  write(path: string, content: Uint8Array, mode?: number): void;
  /** Creates a directory and its missing parents, each with `mode` (0o755 when absent); an existing directory is left as it is. */
  makeDirectory(path: string, mode?: number): void;
  /** Creates a symlink at `path`; `target` may be relative and need not exist. */
  symlink(target: string, path: string): void;
  readLink(path: string): string;
  /** Moves `from` onto `to` in one step, replacing a file or symlink there. */
  rename(from: string, to: string): void;
  /** Removes a file, a symlink, or a directory with all below it. */
  remove(path: string): void;
  /** Names in a directory, sorted by code unit. */
  list(path: string): readonly string[];
  /** Follows symlinks; `null` when nothing is there. */
  stat(path: string): FileStatus | null;
  /** Does not follow a symlink at the end; `null` when nothing is there. */
  lstat(path: string): FileStatus | null;
  changeMode(path: string, mode: number): void;
  /** Does not follow a symlink at the end. */
  changeOwner(path: string, uid: number, gid: number): void;
  /** A number that grows with every change in the tree, so that who saw it knows whether anything is new; absent where nobody counts. */
  revision?(): number;
}
