import { cleanOutput } from "@irsa-sim/trace-views";

/**
 * Writes to standard output what a terminal and a CI system may read. All output goes through here, or through `printError`; only workflow commands of our own do not.
 *
 * @param options.styled whether the text may have a palette's colours
 */
export function print(text: string, { styled = false }: { readonly styled?: boolean } = {}): void {
  process.stdout.write(cleanOutput(text, { styled }));
}
