import { resolvePath } from "./resolve-path.js";
import type { DirectoryNode, TreeNode } from "./tree-node.js";

const MAX_REMEMBERED = 100_000;

/** Finds nodes by path, and remembers where paths led until the tree is changed: a kubelet looks at the same paths every minute. */
export interface Resolver {
  /** As `resolvePath`. */
  resolve(path: string, how: { readonly operation: string; readonly followLast: boolean }): TreeNode | null;
  /** To be called before the tree's names change. */
  forget(): void;
}

/** Creates a resolver of the tree below `root`. */
export function createResolver(root: DirectoryNode): Resolver {
  const followed = new Map<string, TreeNode | null>();
  const unfollowed = new Map<string, TreeNode | null>();
  return {
    resolve(path, how) {
      const remembered = how.followLast ? followed : unfollowed;
      const known = remembered.get(path);
      if (known !== undefined) return known;
      const node = resolvePath(root, path, how);
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      remembered.set(path, node);
      return node;
    },
    forget() {
      followed.clear();
      unfollowed.clear();
    },
  };
}
