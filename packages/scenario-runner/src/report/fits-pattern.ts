import { matchPattern } from "@irsa-sim/core/patterns";

/** Whether a text is the one that is meant; `*` stands for whatever chance makes, such as a session's name. */
export function fitsPattern(pattern: string, text: string): boolean {
  return matchPattern(
    Array.from(pattern, (character) => ({ character, wildcard: character === "*" })),
    text,
  );
}
