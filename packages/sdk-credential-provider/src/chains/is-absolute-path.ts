/** On Windows a path without a drive is none, although it begins at a root. */
export function isAbsolutePath(path: string, os: "linux" | "windows"): boolean {
  return os === "windows" ? /^([A-Za-z]:[\\/]|\\\\)/.test(path) : path.startsWith("/");
}
