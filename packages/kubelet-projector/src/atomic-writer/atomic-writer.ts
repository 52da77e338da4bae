/**
 * Writes the files of a volume so that a reader sees all old or all new: a new directory, then one rename of a link.
 * Leaves out: payload paths with more than one segment's worth of conflicts; the volume's sources do not make them.
 * @see kubernetes-tokens.md, section 6.3
 */
import { type Clock, FileError, type Files, type Random } from "@irsa-sim/core";

/** One file to be seen in the volume. */
export interface ProjectedFile {
  readonly content: Uint8Array;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** What a write did. */
export interface WriteResult {
  /** False when every file had its content already: then nothing was touched. */
  readonly changed: boolean;
  /** Name of the directory that holds the real files now. */
  readonly dataDirectory: string;
}

/** Where and with what the writer works. */
export interface AtomicWriterOptions {
  readonly files: Files;
  /** The volume's directory on the node. */
  readonly directory: string;
  readonly clock: Clock;
  readonly random: Pick<Random, "integer">;
  /** Mode and owner of the directories that are made; `0755 0:0` when absent. */
  readonly directoryOwnership?: { readonly mode: number; readonly uid: number; readonly gid: number };
}

const DATA_LINK = "..data";
const NEW_DATA_LINK = "..data_tmp";

/**
 * Makes the volume hold exactly `payload`.
 *
 * @param payload file by relative path
 * @throws {FileError} `EINVAL` for a path that leaves the volume
 */
export function writeAtomically(options: AtomicWriterOptions, payload: ReadonlyMap<string, ProjectedFile>): WriteResult {
  const { files, directory } = options;
  for (const path of payload.keys()) validatePath(path);
  const old = readOldDirectory(files, directory);
  const present = old === null ? [] : listFiles(files, `${directory}/${old}`);
  const removed = present.filter((path) => !payload.has(path));
  // As many files as wanted, and none too many: then all are there.
  if (old !== null && removed.length === 0 && present.length === payload.size && !differs(files, `${directory}/${old}`, payload)) {
    createVisibleLinks(options, payload);
    return { changed: false, dataDirectory: old };
  }
  const dataDirectory = writeTimestampDirectory(options, payload);
  switchDataLink(options, dataDirectory);
  createVisibleLinks(options, payload);
  removeStaleLinks(files, directory, { removed, payload });
  if (old !== null) files.remove(`${directory}/${old}`);
  return { changed: true, dataDirectory };
}

function validatePath(path: string): void {
  const segments = path.split("/");
  const isBad =
    path === "" ||
    path.startsWith("/") ||
    path.startsWith("..") ||
    segments.includes("..") ||
    path.length > 4096 ||
    segments.some((segment) => segment.length > 255);
  if (isBad) throw new FileError("EINVAL", "invalid path in the payload", "project", path);
}

function readOldDirectory(files: Files, directory: string): string | null {
  return files.lstat(`${directory}/${DATA_LINK}`) === null ? null : files.readLink(`${directory}/${DATA_LINK}`);
}

/** Relative paths of all files below a directory. */
function listFiles(files: Files, directory: string, prefix = ""): readonly string[] {
  return files.list(directory).flatMap((name) => {
    const isDirectory = files.lstat(`${directory}/${name}`)?.kind === "directory";
    return isDirectory ? listFiles(files, `${directory}/${name}`, `${prefix}${name}/`) : [`${prefix}${name}`];
  });
}

function differs(files: Files, directory: string, payload: ReadonlyMap<string, ProjectedFile>): boolean {
  return [...payload].some(([path, { content }]) => !sameBytes(files.read(`${directory}/${path}`), content));
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

function writeTimestampDirectory(
  { files, directory, clock, random, directoryOwnership = PLAIN_DIRECTORY }: AtomicWriterOptions,
  payload: ReadonlyMap<string, ProjectedFile>,
): string {
  const name = `..${timestamp(clock)}.${random.integer(0, 4_294_967_295)}`;
  makeOwnedDirectory(files, `${directory}/${name}`, directoryOwnership);
  for (const [path, file] of payload) {
    const real = `${directory}/${name}/${path}`;
    for (const parent of parentsOf(path)) makeOwnedDirectory(files, `${directory}/${name}/${parent}`, directoryOwnership);
    files.write(real, file.content, file.mode);
    files.changeOwner(real, file.uid, file.gid);
  }
  return name;
}

const PLAIN_DIRECTORY = { mode: 0o755, uid: 0, gid: 0 };

function makeOwnedDirectory(files: Files, path: string, { mode, uid, gid }: typeof PLAIN_DIRECTORY): void {
  files.makeDirectory(path, mode);
  files.changeOwner(path, uid, gid);
}

/** `a` and `a/b` of `a/b/token`. */
function parentsOf(path: string): readonly string[] {
  const segments = path.split("/").slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}

/** `2025_06_12_18_31_44`, in UTC. */
function timestamp(clock: Clock): string {
  return new Date(clock.now()).toISOString().slice(0, 19).replaceAll(/[-:T]/g, "_");
}

/** The atomic step: readers see the old directory until the rename, the new one from then on. Links inherit the volume's group. */
function switchDataLink({ files, directory, directoryOwnership = PLAIN_DIRECTORY }: AtomicWriterOptions, dataDirectory: string): void {
  const link = `${directory}/${NEW_DATA_LINK}`;
  files.symlink(dataDirectory, link);
  files.changeOwner(link, 0, directoryOwnership.gid);
  files.rename(link, `${directory}/${DATA_LINK}`);
}

/** A link belongs to whom the first file behind it belongs. */
function createVisibleLinks(
  { files, directory, directoryOwnership = PLAIN_DIRECTORY }: AtomicWriterOptions,
  payload: ReadonlyMap<string, ProjectedFile>,
): void {
  for (const [path, { uid }] of payload) {
    const name = firstSegment(path);
    const link = `${directory}/${name}`;
    if (files.lstat(link) !== null) continue;
    files.symlink(`${DATA_LINK}/${name}`, link);
    files.changeOwner(link, uid, directoryOwnership.gid);
  }
}

function removeStaleLinks(
  files: Files,
  directory: string,
  { removed, payload }: { readonly removed: readonly string[]; readonly payload: ReadonlyMap<string, ProjectedFile> },
): void {
  const kept = firstSegments(payload.keys());
  for (const name of firstSegments(removed)) {
    if (!kept.has(name)) files.remove(`${directory}/${name}`);
  }
}

function firstSegments(paths: Iterable<string>): ReadonlySet<string> {
  return new Set([...paths].map(firstSegment));
}

function firstSegment(path: string): string {
  return path.split("/")[0] as string;
}
