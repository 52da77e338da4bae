import { isAbsolute, relative } from "node:path";

/** A path as the user would type it: relative to where they stand when that is shorter. */
export function shortestPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere !== "" && fromHere.length < path.length && !isAbsolute(fromHere) ? fromHere : path;
}
