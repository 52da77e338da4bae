import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

/** Why a program cannot be started: the operating system's code, and a sentence for whoever typed its name. */
export interface StartProblem {
  readonly code: "ENOENT" | "EACCES";
  readonly why: string;
}

/**
 * Looks for a program as a shell does, so that a wrong name is told before anything else is started in its place.
 *
 * @param path the variable `PATH`
 * @returns `null` where it can be started
 * @example findStartProblem("pyhton", process.env.PATH ?? "") // => { code: "ENOENT", why: "no such program in PATH" }
 */
export function findStartProblem(program: string, path: string): StartProblem | null {
  const isPath = program.includes("/");
  const places = isPath ? [resolve(program)] : path.split(delimiter).map((folder) => join(folder === "" ? "." : folder, program));
  const found = places.map(problemAt);
  if (found.includes(null)) return null;
  const refused = found.find((problem) => problem?.code === "EACCES");
  return refused ?? { code: "ENOENT", why: isPath ? "no such file" : "no such program in PATH" };
}

function problemAt(place: string): StartProblem | null {
  try {
    if (statSync(place).isDirectory()) return { code: "EACCES", why: "it is a folder" };
    accessSync(place, constants.X_OK);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "EACCES" ? { code, why: "it is not executable (chmod +x), or lies where you may not look" } : { code: "ENOENT", why: "no such file" };
  }
}
