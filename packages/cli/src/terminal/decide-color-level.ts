/** No colours, 16, 256, or all. */
export type ColorLevel = 0 | 1 | 2 | 3;

/** What speaks for and against colours. */
export interface ColorWishes {
  /** `false` with `--no-color`. */
  readonly wanted: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What the terminal can do; 0 without one. */
  readonly terminal: ColorLevel;
}

/**
 * Decides how many colours output may have. The flag goes first, then `FORCE_COLOR`, which may say how many, `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR=0`, and at last the terminal.
 *
 * @see no-color.org, bixense.com/clicolors
 */
export function decideColorLevel({ wanted, environment, terminal }: ColorWishes): ColorLevel {
  const { FORCE_COLOR, NO_COLOR, CLICOLOR_FORCE, CLICOLOR } = environment;
  const forced = Math.max(terminal, 1) as ColorLevel;
  if (!wanted) return 0;
  if (FORCE_COLOR === "0" || FORCE_COLOR === "false") return 0;
  if (FORCE_COLOR === "1" || FORCE_COLOR === "2" || FORCE_COLOR === "3") return Number(FORCE_COLOR) as ColorLevel;
  if (FORCE_COLOR !== undefined) return forced;
  if (NO_COLOR) return 0;
  if (CLICOLOR_FORCE && CLICOLOR_FORCE !== "0") return forced;
  return CLICOLOR === "0" ? 0 : terminal;
}
