/**
 * A file tree in memory, with inodes, symlinks, modes and owners. Paths resolve as in POSIX: `..` and links step by step.
 * Leaves out: hard links, special files, the umask.
 */
import type { Clock } from "../time/clock.js";
import { FileError } from "./file-error.js";
import type { Files } from "./files.js";
import { parentOf, resolvePath, segmentsOf } from "./resolve-path.js";
import { createInodeTable, type DirectoryNode, type FileNode, type InodeTable, statusOf, type TreeNode } from "./tree-node.js";

/**
 * Creates an empty tree whose times come from `clock`.
 *
 * @example
 * const files = createInMemoryFiles(clock);
 * files.makeDirectory("/var/lib");
 * files.write("/var/lib/token", new TextEncoder().encode("secret"), 0o600);
 */
export function createInMemoryFiles(clock: Clock): Files {
  const inodes = createInodeTable(clock);
  const root = inodes.directory(0o755);
  const tree = { root, inodes, clock };
  const existing = createFinder(root);
  let revision = 0;
  const changing = (change: () => void): void => {
    revision += 1;
    change();
  };
  return {
    read: (path) => existing(path, "open", "file").content,
    write: (path, content, mode) => changing(() => writeFile(tree, path, { content, mode })),
    makeDirectory: (path, mode = 0o755) => changing(() => makeDirectory(tree, path, mode)),
    symlink: (target, path) =>
      changing(() => {
        const { directory, name } = parentOf(root, path, "symlink");
        if (directory.entries.has(name)) throw new FileError("EEXIST", "file already exists", "symlink", path);
        directory.entries.set(name, inodes.symlink(target));
      }),
    readLink: (path) => {
      const node = resolvePath(root, path, { operation: "readlink", followLast: false });
      if (node === null) throw notFound("readlink", path);
      if (node.kind !== "symlink") throw new FileError("EINVAL", "invalid argument", "readlink", path);
      return node.target;
    },
    rename: (from, to) => changing(() => rename(root, from, to)),
    remove: (path) =>
      changing(() => {
        const { directory, name } = parentOf(root, path, "rm");
        if (!directory.entries.delete(name)) throw notFound("rm", path);
      }),
    list: (path) => [...existing(path, "scandir", "directory").entries.keys()].sort(),
    stat: (path) => statusOf(resolvePath(root, path, { operation: "stat", followLast: true })),
    lstat: (path) => statusOf(resolvePath(root, path, { operation: "lstat", followLast: false })),
    changeMode: (path, mode) => {
      const node = resolvePath(root, path, { operation: "chmod", followLast: true });
      if (node === null) throw notFound("chmod", path);
      revision += 1;
      node.mode = mode;
    },
    changeOwner: (path, uid, gid) => {
      const node = resolvePath(root, path, { operation: "lchown", followLast: false });
      if (node === null) throw notFound("lchown", path);
      revision += 1;
      Object.assign(node, { uid, gid });
    },
    revision: () => revision,
  };
}

interface Tree {
  readonly root: DirectoryNode;
  readonly inodes: InodeTable;
  readonly clock: Clock;
}

function createFinder(root: DirectoryNode) {
  return <Kind extends "file" | "directory">(path: string, operation: string, kind: Kind): Extract<TreeNode, { kind: Kind }> => {
    const node = resolvePath(root, path, { operation, followLast: true });
    if (node === null) throw notFound(operation, path);
    if (node.kind !== kind)
      throw kind === "file"
        ? new FileError("EISDIR", "illegal operation on a directory", "read", path)
        : new FileError("ENOTDIR", "not a directory", operation, path);
    return node as Extract<TreeNode, { kind: Kind }>;
  };
}

function writeFile({ root, inodes, clock }: Tree, path: string, file: { readonly content: Uint8Array; readonly mode: number | undefined }): void {
  const content = file.content.slice();
  const node = resolvePath(root, path, { operation: "open", followLast: true });
  if (node?.kind === "directory") throw new FileError("EISDIR", "illegal operation on a directory", "open", path);
  if (node !== null) {
    Object.assign(node satisfies TreeNode as FileNode, { content, modifiedAt: clock.now() });
    return;
  }
  const { directory, name } = parentOf(root, path, "open");
  directory.entries.set(name, inodes.file(content, file.mode ?? 0o644));
}

function makeDirectory({ root, inodes }: Tree, path: string, mode: number): void {
  const segments = segmentsOf(path);
  const { directory, depth } = descend(root, segments);
  const missing = segments.slice(depth);
  const isPlain = !missing.includes("..") && !directory.entries.has(missing[0] ?? "");
  if (isPlain) addDirectories(directory, missing, () => inodes.directory(mode));
  else makeDirectoryByLinks({ root, inodes }, path, mode);
}

/** How far a path leads by directories alone. */
function descend(root: DirectoryNode, segments: readonly string[]): { readonly directory: DirectoryNode; readonly depth: number } {
  let directory = root;
  for (const [depth, segment] of segments.entries()) {
    const next = directory.entries.get(segment);
    if (next?.kind !== "directory") return { directory, depth };
    directory = next;
  }
  return { directory, depth: segments.length };
}

function addDirectories(directory: DirectoryNode, names: readonly string[], create: () => DirectoryNode): void {
  let parent = directory;
  for (const name of names) {
    const made = create();
    parent.entries.set(name, made);
    parent = made;
  }
}

/** The long way: something on it is a link, a file or `..`. */
function makeDirectoryByLinks({ root, inodes }: Pick<Tree, "root" | "inodes">, path: string, mode: number): void {
  let prefix = "";
  for (const segment of segmentsOf(path)) {
    prefix += `/${segment}`;
    const node = resolvePath(root, prefix, { operation: "mkdir", followLast: true });
    if (node === null) {
      const { directory, name } = parentOf(root, prefix, "mkdir");
      if (directory.entries.has(name)) throw new FileError("EEXIST", "file already exists", "mkdir", prefix);
      directory.entries.set(name, inodes.directory(mode));
    } else if (node.kind !== "directory") {
      throw new FileError(prefix === path ? "EEXIST" : "ENOTDIR", prefix === path ? "file already exists" : "not a directory", "mkdir", path);
    }
  }
}

function rename(root: DirectoryNode, from: string, to: string): void {
  const source = parentOf(root, from, "rename");
  const node = source.directory.entries.get(source.name);
  if (node === undefined) throw notFound("rename", from);
  const target = parentOf(root, to, "rename");
  const replaced = target.directory.entries.get(target.name);
  if (replaced === node) return;
  if (replaced?.kind === "directory" && node.kind !== "directory") throw new FileError("EISDIR", "illegal operation on a directory", "rename", to);
  if (replaced !== undefined && replaced.kind !== "directory" && node.kind === "directory") throw new FileError("ENOTDIR", "not a directory", "rename", to);
  if (replaced?.kind === "directory" && replaced.entries.size > 0) throw new FileError("ENOTEMPTY", "directory not empty", "rename", to);
  source.directory.entries.delete(source.name);
  target.directory.entries.set(target.name, node);
}

function notFound(operation: string, path: string): FileError {
  return new FileError("ENOENT", "no such file or directory", operation, path);
}
