const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Signals that ask a command to end, from the moment on at which it has something to take away. */
export interface Interruption {
  /** Resolves with the first; it may have come already. */
  readonly came: Promise<NodeJS.Signals>;
  /** Rejects when one comes before `work` is done, which then nobody waits for any more. */
  before<T>(work: Promise<T>): Promise<T>;
  /** Signals do again what they do by themselves. */
  close(): void;
}

/** A command was asked to end before it had begun. */
export class InterruptedError extends Error {
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`interrupted by ${signal}`);
    this.signal = signal;
  }
}

/** @param onSecond called for each signal after the first: whoever sends one does not want to wait */
export function listenForInterruption(onSecond: (signal: NodeJS.Signals) => void): Interruption {
  let isInterrupted = false;
  let interrupt: (signal: NodeJS.Signals) => void = () => {};
  const came = new Promise<NodeJS.Signals>((resolve) => {
    interrupt = resolve;
  });
  const see = (signal: NodeJS.Signals): void => {
    if (isInterrupted) onSecond(signal);
    else interrupt(signal);
    isInterrupted = true;
  };
  for (const signal of SIGNALS) process.on(signal, see);
  return {
    came,
    before: (work) =>
      Promise.race([
        work,
        came.then((signal) => {
          throw new InterruptedError(signal);
        }),
      ]),
    close() {
      for (const signal of SIGNALS) process.off(signal, see);
    },
  };
}
