import type { Bind } from "./namespace-plan.js";

/** What is at a path of this machine. */
export interface Disk {
  /** Follows links; `null` where nothing is. */
  kindOf(path: string): "directory" | "file" | null;
  /** The entries of a directory; a link's `target` is what it holds. */
  list(directory: string): readonly { readonly name: string; readonly kind: "directory" | "file" | "link"; readonly target: string | null }[];
  /** With no link left in it. */
  realPath(path: string): string;
}

/** One command; the first word is the program. */
export type Command = readonly [program: string, ...words: string[]];

/** A path cannot be had, as it would have to be made in the root directory, in whose place nothing can be mounted. */
export class MountPointError extends Error {}

/**
 * The commands that let each bind's source be seen at its target, in a mount namespace of its own and without a write to this machine's disk: where a target is
 * missing, the nearest directory that is there is replaced by one in memory with the same entries, to which the missing ones come.
 *
 * @param staging an empty directory, in which the replacements are put together
 * @throws {MountPointError} when the nearest directory is `/`
 */
export function planMounts(binds: readonly Bind[], disk: Disk, staging: string): readonly Command[] {
  const grafts = new Map<string, string>();
  const commands: Command[] = [];
  for (const { source, target } of binds) {
    if (disk.kindOf(target) === null) {
      const nearest = nearestDirectory(target, disk);
      const real = disk.realPath(nearest);
      if (real === "/") throw new MountPointError(`${target} cannot be seen: nothing can be mounted in the place of /`);
      if (!grafts.has(real)) {
        grafts.set(real, `${staging}/${grafts.size}`);
        commands.push(...graft(real, disk, grafts.get(real) as string));
      }
      const missing = `${real}${target.slice(nearest.length)}`;
      commands.push(...(disk.kindOf(source) === "directory" ? [["mkdir", "-p", missing] as const] : makeFile(missing)));
    }
    commands.push(["mount", "--bind", source, target]);
  }
  return commands;
}

function makeFile(path: string): readonly Command[] {
  return [
    ["mkdir", "-p", path.slice(0, path.lastIndexOf("/"))],
    ["touch", path],
  ];
}

function nearestDirectory(path: string, disk: Disk): string {
  const parent = path.slice(0, path.lastIndexOf("/")) || "/";
  return disk.kindOf(parent) === "directory" ? parent : nearestDirectory(parent, disk);
}

/** A directory in memory with the same entries, in the place of the real one. */
function graft(directory: string, disk: Disk, place: string): readonly Command[] {
  const entries = disk.list(directory).flatMap(({ name, kind, target }): readonly Command[] => {
    const [from, to] = [`${directory}/${name}`, `${place}/${name}`];
    if (kind === "link") return [["ln", "-s", target ?? "", to]];
    return [kind === "directory" ? ["mkdir", to] : ["touch", to], ["mount", "--rbind", from, to]];
  });
  return [["mkdir", place], ["mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", place], ...entries, ["mount", "--rbind", place, directory]];
}
