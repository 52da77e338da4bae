import { constants } from "node:os";

/** The exit code by which a shell tells of a process: its own or, when a signal ended it, 128 and the signal's number. */
export function exitCodeOf({ code, signal }: { readonly code: number | null; readonly signal: string | null }): number {
  return code ?? exitCodeOfSignal(signal as NodeJS.Signals);
}

/** The exit code by which a shell tells that a signal ended a process. */
export function exitCodeOfSignal(signal: NodeJS.Signals): number {
  return 128 + (constants.signals[signal] ?? 0);
}
