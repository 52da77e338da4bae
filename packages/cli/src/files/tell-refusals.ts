import { reportError } from "../report-error.js";
import { PathError } from "./path-error.js";

/** Does what writes to the disk while something else goes on, which must not end because a disk is full: what the operating system refuses is told. */
export function tellRefusals(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    reportError(error);
  }
}
