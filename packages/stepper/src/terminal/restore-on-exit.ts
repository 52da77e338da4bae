import { constants } from "node:os";

const SIGNALS = ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"] as const;

/**
 * Calls `restore` however the process ends: by itself, by an error that nobody caught, or by a signal, which it then dies of as it would have without us.
 *
 * @returns undoes that; it does not call `restore`
 */
export function restoreOnExit(restore: () => void): () => void {
  const stop = (): void => {
    process.off("exit", restore);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  const onSignal = (signal: (typeof SIGNALS)[number]): void => {
    stop();
    restore();
    process.exitCode = 128 + constants.signals[signal];
    process.kill(process.pid, signal);
  };
  process.on("exit", restore);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return stop;
}
