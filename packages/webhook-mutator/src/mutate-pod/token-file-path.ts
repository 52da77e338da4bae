import type { TokenPlace } from "../settings.js";

/**
 * The path of the token file as a container is told it: mount path and file name joined and cleaned, in Windows' form where the node selector says so.
 *
 * @see webhook.md, section 6.5
 * @example tokenFilePath({ mountPath: "/a//b/../c/", fileName: "token" }, {}) // => "/a/c/token"
 */
export function tokenFilePath({ mountPath, fileName }: Pick<TokenPlace, "mountPath" | "fileName">, nodeSelector: Readonly<Record<string, string>>): string {
  const path = clean(mountPath === "" ? fileName : `${mountPath}/${fileName}`);
  return isForWindows(nodeSelector) ? `C:${path.replaceAll("/", "\\")}` : path;
}

/** Doubled slashes, `.` and `..` resolved by text alone. */
function clean(path: string): string {
  const isRooted = path.startsWith("/");
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") kept.push(segment);
    else if (kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else if (!isRooted) kept.push(segment);
  }
  return `${isRooted ? "/" : ""}${kept.join("/")}`;
}

function isForWindows(nodeSelector: Readonly<Record<string, string>>): boolean {
  return nodeSelector["kubernetes.io/os"] === "windows" || nodeSelector["beta.kubernetes.io/os"] === "windows";
}
