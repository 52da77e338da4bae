/**
 * A path without doubled slashes and without `.` and `..`; a slash at its end stays.
 *
 * @example cleanPath("/x/..//mutate") // "/mutate"
 */
export function cleanPath(path: string): string {
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") kept.pop();
    else if (part !== "" && part !== ".") kept.push(part);
  }
  return `/${kept.join("/")}${kept.length > 0 && path.endsWith("/") ? "/" : ""}`;
}
