import { relative } from "node:path";

/**
 * The folders, below `root` and in order, of the packages that modules of a bundle come from.
 *
 * @param modules paths of files; our own packages count for nothing, nor does what the bundler makes up, which has no path
 */
export function foldersOfPackages(modules, root) {
  const folders = modules.flatMap((path) => /^\/.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].map((folder) => relative(root, folder)).sort();
}
