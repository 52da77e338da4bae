import { cleanOutput } from "@irsa-sim/trace-views";

/** Writes to standard error what a terminal and a CI system may read. */
export function printError(text: string): void {
  process.stderr.write(cleanOutput(text, { styled: false }));
}
