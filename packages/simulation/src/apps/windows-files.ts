import type { Files } from "@irsa-sim/core";

/**
 * A container's files as a process on Windows names them: `C:\\var\\run\\token` is what the pod calls `/var/run/token`.
 * Leaves out: other drives, and that names match in any case.
 */
export function windowsFiles(files: Files): Files {
  return {
    ...files,
    read: (path) => files.read(toPosix(path)),
    write: (path, content, mode) => files.write(toPosix(path), content, mode),
    stat: (path) => files.stat(toPosix(path)),
    lstat: (path) => files.lstat(toPosix(path)),
    list: (path) => files.list(toPosix(path)),
  };
}

function toPosix(path: string): string {
  return path.replace(/^C:/i, "").replaceAll("\\", "/");
}
