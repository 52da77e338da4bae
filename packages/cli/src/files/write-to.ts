import { describeSystemError } from "./describe-system-error.js";
import { PathError } from "./path-error.js";

/**
 * Runs what writes to a path; a refusal of the operating system becomes a message that names it.
 *
 * @throws {PathError} when the operating system refuses
 */
export function writeTo<Result>(path: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    const actual = describeSystemError(error);
    if (actual === null) throw error;
    throw new PathError({ path, expected: "a place that may be written to", actual });
  }
}
