/**
 * A value for a sentence, in quotes: blanks at its ends and characters that do not print are shown as escapes.
 *
 * @example visible("role\n"); // => "\"role\\n\""
 */
export function visible(value: string): string {
  const shown = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("\\\\", "\\");
  return `"${shown.replace(/^ +| +$/g, (blanks) => "\\u0020".repeat(blanks.length)).replace(/[\u0080-\u00a0\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g, escaped)}"`;
}

/** A value as it is where it prints as it is; otherwise in quotes with its blanks and line breaks shown. */
export function plain(value: string): string {
  const shown = visible(value);
  return shown === `"${value}"` ? value : shown;
}

/** Several values as a list of them: `"a", "b" and "c"`. */
export function listed(values: readonly string[]): string {
  const shown = values.map(visible);
  return shown.length < 2 ? (shown[0] ?? "nothing") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
