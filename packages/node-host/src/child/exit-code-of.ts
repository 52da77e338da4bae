import { constants } from "node:os";

/** The exit code by which a shell tells of a process: its own or, when a signal ended it, 128 and the signal's number. */
export function exitCodeOf({ code, signal }: { readonly code: number | null; readonly signal: string | null }): number {
  return code ?? 128 + (constants.signals[signal as NodeJS.Signals] ?? 0);
}
