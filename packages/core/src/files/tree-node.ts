import type { Clock } from "../time/clock.js";
import type { EpochMillis } from "../time/epoch.js";
import type { FileStatus } from "./files.js";

interface NodeBase {
  readonly inode: number;
  mode: number;
  uid: number;
  gid: number;
  modifiedAt: EpochMillis;
}

/** A regular file. */
export interface FileNode extends NodeBase {
  readonly kind: "file";
  content: Uint8Array;
}

/** A directory. */
export interface DirectoryNode extends NodeBase {
  readonly kind: "directory";
  readonly entries: Map<string, TreeNode>;
}

/** A symlink. */
export interface SymlinkNode extends NodeBase {
  readonly kind: "symlink";
  readonly target: string;
}

/** Anything in the tree. */
export type TreeNode = FileNode | DirectoryNode | SymlinkNode;

/** Makes nodes, each with an inode number of its own. */
export interface InodeTable {
  file(content: Uint8Array, mode: number): FileNode;
  directory(mode: number): DirectoryNode;
  symlink(target: string): SymlinkNode;
}

/** Creates an empty table. */
export function createInodeTable(clock: Clock): InodeTable {
  let inodes = 0;
  const base = (mode: number): NodeBase => {
    inodes += 1;
    return { inode: inodes, mode, uid: 0, gid: 0, modifiedAt: clock.now() };
  };
  return {
    file: (content, mode) => ({ kind: "file", content, ...base(mode) }),
    directory: (mode) => ({ kind: "directory", entries: new Map(), ...base(mode) }),
    symlink: (target) => ({ kind: "symlink", target, ...base(0o777) }),
  };
}

/** What `stat` tells of a node; `null` for none. */
export function statusOf(node: TreeNode | null): FileStatus | null {
  if (node === null) return null;
  const { kind, mode, uid, gid, inode, modifiedAt } = node;
  return { kind, mode, uid, gid, inode, modifiedAt };
}
