/** Joins a folder and a relative path as on a disk: `.` and `..` are taken away. */
export function joinPath(folder: string, file: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${file}`.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
