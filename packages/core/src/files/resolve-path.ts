/** How a path becomes a node: segment by segment, `..` and symlinks on the way (POSIX.1-2017, section 4.13). */
import { FileError } from "./file-error.js";
import type { DirectoryNode, TreeNode } from "./tree-node.js";

/** Links followed before a path counts as a loop, as on Linux. */
const MAX_LINKS = 40;

/** The names in a path, without empty ones and `.`. */
export function segmentsOf(path: string): readonly string[] {
  if (!path.startsWith("/")) throw new FileError("EINVAL", "a path begins with /", "resolve", path);
  return namesIn(path);
}

/** Kubelets and apps ask for the same paths again and again; a path that was taken apart stays so, up to a bound. */
const MAX_REMEMBERED = 2_000;
const remembered = new Map<string, readonly string[]>();

function namesIn(path: string): readonly string[] {
  const known = remembered.get(path);
  if (known !== undefined) return known;
  const names = path.split("/").filter((segment) => segment !== "" && segment !== ".");
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(path, names);
  return names;
}

/**
 * Finds the node at a path.
 *
 * @returns `null` when nothing is there
 * @throws {FileError} `ENOTDIR` when something on the way is no directory, `ELOOP` for too many links
 */
export function resolvePath(root: DirectoryNode, path: string, how: Resolution): TreeNode | null {
  return follow(root, segmentsOf(path), { path, ...how });
}

interface Resolution {
  /** For the error. */
  readonly operation: string;
  /** Whether a link in the last place is followed too. */
  readonly followLast: boolean;
}

function follow(root: DirectoryNode, segments: readonly string[], how: Resolution & { readonly path: string }): TreeNode | null {
  const trail: DirectoryNode[] = [root];
  let node: TreeNode = root;
  let links = 0;
  let pending = segments;
  let index = 0;
  for (let segment = pending[index]; segment !== undefined; segment = pending[index]) {
    index += 1;
    if (node.kind !== "directory") throw new FileError("ENOTDIR", "not a directory", how.operation, how.path);
    if (segment === "..") {
      if (trail.length > 1) trail.pop();
      node = trail.at(-1) as DirectoryNode;
      continue;
    }
    const next = node.entries.get(segment);
    if (next === undefined) return null;
    if (next.kind === "symlink" && (how.followLast || index < pending.length)) {
      links += 1;
      if (links > MAX_LINKS) throw new FileError("ELOOP", "too many symbolic links encountered", how.operation, how.path);
      pending = [...namesIn(next.target), ...pending.slice(index)];
      index = 0;
      if (next.target.startsWith("/")) {
        trail.length = 1;
        node = root;
      }
      continue;
    }
    node = next;
    if (node.kind === "directory") trail.push(node);
  }
  return node;
}

/**
 * Finds the directory that holds, or would hold, the last name of a path.
 *
 * @throws {FileError} `ENOENT` when that directory does not exist, `ENOTDIR` when it is none, `EINVAL` for the root
 */
export function parentOf(root: DirectoryNode, path: string, operation: string): { readonly directory: DirectoryNode; readonly name: string } {
  const segments = segmentsOf(path);
  const name = segments.at(-1);
  if (name === undefined || name === "..") throw new FileError("EINVAL", "invalid argument", operation, path);
  const directory = follow(root, segments.slice(0, -1), { path, operation, followLast: true });
  if (directory === null) throw new FileError("ENOENT", "no such file or directory", operation, path);
  if (directory.kind !== "directory") throw new FileError("ENOTDIR", "not a directory", operation, path);
  return { directory, name };
}
