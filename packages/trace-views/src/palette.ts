/** Colours by what they mean; the terminal's own are passed in, so that a view knows no terminal. */
export interface Palette {
  readonly accent: (text: string) => string;
  readonly good: (text: string) => string;
  /** Only for what broke. */
  readonly bad: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly strong: (text: string) => string;
}

const plain = (text: string): string => text;

/** No colours. */
export const PLAIN_PALETTE: Palette = { accent: plain, good: plain, bad: plain, quiet: plain, strong: plain };
