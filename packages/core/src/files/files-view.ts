/**
 * What a container sees of a disk: its own root, and directories of the host mounted into it.
 * Leaves out: search permission of directories on the way, and links that lead out of a mount.
 */
import { FileError } from "./file-error.js";
import type { Files, FileUser } from "./files.js";
import { segmentsOf } from "./resolve-path.js";

/** A directory of the host, seen at another path. */
export interface FileMount {
  readonly mountPath: string;
  readonly hostPath: string;
  readonly readOnly: boolean;
}

/** What a view is made from. */
export interface FilesViewOptions {
  /** Everything outside the mounts. */
  readonly root: Files;
  readonly mounts: readonly FileMount[];
  /** Who looks; user 0 may read everything. */
  readonly user: FileUser;
}

/** Creates the view of `host` that a container has. */
export function createFilesView(host: Files, { root, mounts, user }: FilesViewOptions): Files {
  const mounted = mounts.map((mount) => ({ ...mount, mountPath: plainPath(mount.mountPath) }));
  const place = (path: string): Place => findPlace(plainPath(path), { host, root, mounts: mounted });
  const writable = (path: string, operation: string): Place => {
    const found = place(path);
    if (found.readOnly) throw new FileError("EROFS", "read-only file system", operation, path);
    return found;
  };
  return {
    read(path) {
      const { files, path: real } = place(path);
      return asSeen(path, real, () => {
        if (!mayRead(files, real, user)) throw new FileError("EACCES", "permission denied", "open", real);
        return files.read(real);
      });
    },
    write: (path, content, mode) => on(writable(path, "open"), (files, real) => files.write(real, content, mode)),
    makeDirectory: (path, mode) => on(writable(path, "mkdir"), (files, real) => files.makeDirectory(real, mode)),
    symlink: (target, path) => on(writable(path, "symlink"), (files, real) => files.symlink(target, real)),
    readLink: (path) => on(place(path), (files, real) => files.readLink(real)),
    rename(from, to) {
      const [source, target] = [writable(from, "rename"), writable(to, "rename")];
      if (source.files !== target.files) throw new FileError("EXDEV", "cross-device link not permitted", "rename", to);
      source.files.rename(source.path, target.path);
    },
    remove: (path) => on(writable(path, "rm"), (files, real) => files.remove(real)),
    list: (path) => on(place(path), (files, real) => files.list(real)),
    stat: (path) => on(place(path), (files, real) => files.stat(real)),
    lstat: (path) => on(place(path), (files, real) => files.lstat(real)),
    changeMode: (path, mode) => on(writable(path, "chmod"), (files, real) => files.changeMode(real, mode)),
    changeOwner: (path, uid, gid) => on(writable(path, "lchown"), (files, real) => files.changeOwner(real, uid, gid)),
  };
}

/** A path from the root with one `/` between its names and none at its end; another one as it is. */
function plainPath(path: string): string {
  return /^\/.*(\/\/|\/\.\/|\/\.?$)/.test(path) ? `/${segmentsOf(path).join("/")}` : path;
}

/** Where a path of the view really is. */
interface Place {
  readonly files: Files;
  readonly path: string;
  readonly readOnly: boolean;
}

function on<T>(place: Place, act: (files: Files, path: string) => T): T {
  return act(place.files, place.path);
}

function findPlace(path: string, { host, root, mounts }: Pick<FilesViewOptions, "root" | "mounts"> & { readonly host: Files }): Place {
  const mount = mounts
    .filter(({ mountPath }) => path === mountPath || path.startsWith(`${mountPath}/`))
    .sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
  if (mount === undefined) return { files: root, path, readOnly: false };
  return { files: host, path: `${mount.hostPath}${path.slice(mount.mountPath.length)}`, readOnly: mount.readOnly };
}

function mayRead(files: Files, path: string, user: FileUser): boolean {
  const status = files.stat(path);
  if (status === null || user.uid === 0) return true;
  if (status.uid === user.uid) return (status.mode & 0o400) !== 0;
  return (status.mode & (user.gids.includes(status.gid) ? 0o040 : 0o004)) !== 0;
}

/** An error names the path that the container asked for, not the host's. */
function asSeen<T>(seen: string, real: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof FileError) || seen === real) throw error;
    throw error.at(seen);
  }
}
