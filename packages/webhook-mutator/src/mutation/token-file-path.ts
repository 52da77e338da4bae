import type { Pod } from "./pod.js";

/**
 * The path of the token file as a container is told it: mount path and file name joined and cleaned, in Windows' form where the node selector says so.
 *
 * @see webhook.md, section 6.5
 */
export function tokenFilePath(mountPath: string, fileName: string, pod: Pod): string {
  const path = clean(`${mountPath}/${fileName}`);
  return isForWindows(pod) ? `C:${path.replaceAll("/", "\\")}` : path;
}

/** Doubled slashes, `.` and `..` resolved by text alone. */
function clean(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") kept.pop();
    else if (segment !== "" && segment !== ".") kept.push(segment);
  }
  return `/${kept.join("/")}`;
}

function isForWindows({ spec }: Pod): boolean {
  const selector = spec?.nodeSelector ?? {};
  return selector["kubernetes.io/os"] === "windows" || selector["beta.kubernetes.io/os"] === "windows";
}
