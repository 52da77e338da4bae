/** Levels of lists and objects in a file, counted from 0. */
export const MAX_DEPTH = 64;
/** Aliases that are followed in a file, as often as each is met. */
export const MAX_ALIASES = 100;

/** How much may stand in a file. */
export interface Bounds {
  readonly characters: number;
  /** Those that aliases repeat included. */
  readonly values: number;
}

/** Who writes a file: a person, or a program, such as `terraform show -json` of a large state. */
export type FileSize = "written" | "exported";

/** The bounds of files. The values of a JSON file are made when somebody looks at them, so that it may be larger. */
export const BOUNDS: Readonly<Record<FileSize, Readonly<Record<"json" | "yaml", Bounds>>>> = {
  written: { json: { characters: 1_048_576, values: 100_000 }, yaml: { characters: 1_048_576, values: 100_000 } },
  exported: { json: { characters: 16_777_216, values: 2_000_000 }, yaml: { characters: 4_194_304, values: 400_000 } },
};

/** Faults of a file that goes beyond the bounds. */
export const EXCESS = {
  depth: { message: "nested too deeply", expected: `at most ${MAX_DEPTH} levels` },
  values: (most: number) => ({ message: "too many values", expected: `at most ${most} in a file` }),
  aliases: { message: "too many aliases", expected: `at most ${MAX_ALIASES} in a file` },
} as const;
