/** Levels of lists and objects in a file, counted from 0. */
export const MAX_DEPTH = 64;
/** Values in a file, those that aliases repeat included. */
export const MAX_VALUES = 100_000;
/** Aliases that are followed in a file, as often as each is met. */
export const MAX_ALIASES = 100;

/** Faults of a file that goes beyond the bounds. */
export const EXCESS = {
  depth: { message: "nested too deeply", expected: `at most ${MAX_DEPTH} levels` },
  values: { message: "too many values", expected: `at most ${MAX_VALUES} in a file` },
  aliases: { message: "too many aliases", expected: `at most ${MAX_ALIASES} in a file` },
} as const;
