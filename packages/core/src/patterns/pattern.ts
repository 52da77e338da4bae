/** One character of a policy's value: `*` and `?` are wildcards unless they were escaped or came out of a variable. */
export interface PatternCharacter {
  readonly character: string;
  readonly wildcard: boolean;
}

/** A policy's value, read for matching. */
export type Pattern = readonly PatternCharacter[];

/** Reads text in which every `*` and `?` is a wildcard. */
export function parsePattern(text: string): Pattern {
  return Array.from(text, (character) => ({ character, wildcard: character === "*" || character === "?" }));
}

/** Reads text in which nothing is a wildcard. */
export function literalPattern(text: string): Pattern {
  return Array.from(text, (character) => ({ character, wildcard: false }));
}

/** The pattern as text, for operators that know no wildcards. */
export function patternText(pattern: Pattern): string {
  return pattern.map(({ character }) => character).join("");
}
