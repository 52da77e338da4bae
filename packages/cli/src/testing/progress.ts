import { cleanLine } from "@irsa-sim/trace-views";

/** A live line on standard error, at a terminal only. */
export interface Progress {
  show(text: string): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

/** Creates the line; without a terminal it shows nothing. */
export function createProgress(): Progress {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} };
  const clear = (): void => void stderr.write("\r\u001B[K");
  return {
    clear,
    show: (text) => {
      clear();
      stderr.write(cleanLine(text).slice(0, Math.max(0, (stderr.columns ?? 80) - 1)));
    },
  };
}
