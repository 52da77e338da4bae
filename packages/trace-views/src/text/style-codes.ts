/** What a palette writes: bold, dim, inverse, red, green, cyan, and the ends of each; the same that `cleanOutput` lets pass. */
const ENDS: Readonly<Record<string, string>> = { "1": "22", "2": "22", "7": "27", "31": "39", "32": "39", "36": "39" };

/** What begins a code. */
export const ESCAPE = "\u001B";

/** One code of a palette. */
export const STYLE_CODE = new RegExp(`(${ESCAPE}\\[(?:1|2|7|22|27|31|32|36|39)m)`, "u");

/** The styles that are on after a code, from those that were on before it. */
export function stylesAfter(code: string, styles: readonly string[]): readonly string[] {
  const number = numberOf(code);
  return number in ENDS ? [...styles, code] : styles.filter((style) => ENDS[numberOf(style)] !== number);
}

/** The code that switches a style off. */
export function endOf(style: string): string {
  return `${ESCAPE}[${ENDS[numberOf(style)] ?? "0"}m`;
}

function numberOf(code: string): string {
  return code.slice(2, -1);
}
