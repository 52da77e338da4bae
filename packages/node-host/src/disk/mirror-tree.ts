/**
 * A virtual tree on a real disk, brought up to date so that a reader sees all old or all new: what is new is written whole before any link leads to it,
 * links change by one rename, and what is gone goes last.
 * Differs from the virtual tree: all belongs to whoever runs the simulator, since only root can give files away. What the container's user may not read has mode 0000.
 * @see kubernetes-tokens.md, section 6.3
 */
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, type Stats, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FileError, type Files } from "@irsa-sim/core";

/** What is mirrored where. */
export interface Mirrored {
  /** As the container's user sees them. */
  readonly files: Files;
  /** In `files`. */
  readonly from: string;
  /** On the disk; made when it is not there, with its parents. */
  readonly to: string;
}

/** Where what is new is written before it takes its place; no name that a volume can have. */
const NEW = "..mirror_tmp";

/**
 * Makes the directory or file at `to` like the one at `from`, with links and modes.
 *
 * @example mirrorTree({ files: container.files, from: "/var/run/secrets/eks.amazonaws.com/serviceaccount", to: "/tmp/pod/token" });
 */
export function mirrorTree({ files, from, to }: Mirrored): void {
  const status = files.lstat(from);
  if (status === null) remove(to);
  else if (status.kind === "symlink") mirrorLink(files.readLink(from), to);
  else if (status.kind === "directory") mirrorDirectory({ files, from, to }, status.mode);
  else mirrorFile(readAs(files, from, status.mode), to);
}

function mirrorDirectory({ files, from, to }: Mirrored, mode: number): void {
  if (onDisk(to)?.isDirectory() === false) remove(to);
  mkdirSync(to, { recursive: true });
  const names = files.list(from);
  const isLink = (name: string): boolean => files.lstat(`${from}/${name}`)?.kind === "symlink";
  // The link that readers follow changes when what it leads to is there: "..data" before those that lead through it.
  for (const name of [...names.filter((one) => !isLink(one)), ...names.filter(isLink)]) mirrorTree({ files, from: `${from}/${name}`, to: join(to, name) });
  for (const name of readdirSync(to).filter((one) => !names.includes(one))) remove(join(to, name));
  if ((onDisk(to)?.mode ?? 0) % MODES !== mode) chmodSync(to, mode);
}

const MODES = 0o10000;

function mirrorLink(target: string, path: string): void {
  if (onDisk(path)?.isSymbolicLink() && readlinkSync(path) === target) return;
  replace(path, (temporary) => symlinkSync(target, temporary));
}

interface Readable {
  readonly content: Uint8Array;
  readonly mode: number;
}

function mirrorFile({ content, mode }: Readable, path: string): void {
  const status = onDisk(path);
  if (status?.isFile() && status.mode % MODES === mode && (mode === 0 || readFileSync(path).equals(content))) return;
  replace(path, (temporary) => {
    writeFileSync(temporary, content, { mode: 0o600 });
    chmodSync(temporary, mode);
  });
}

/** What the container's user may not read, nobody may. */
function readAs(files: Files, path: string, mode: number): Readable {
  try {
    return { content: files.read(path), mode };
  } catch (error) {
    if (!(error instanceof FileError) || error.code !== "EACCES") throw error;
    return { content: new Uint8Array(), mode: 0 };
  }
}

function replace(path: string, write: (temporary: string) => void): void {
  const temporary = join(path, "..", NEW);
  remove(temporary);
  write(temporary);
  if (onDisk(path)?.isDirectory()) remove(path);
  renameSync(temporary, path);
}

function onDisk(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
