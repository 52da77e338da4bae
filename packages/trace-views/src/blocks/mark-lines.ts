import { displayWidth } from "../text/display-width.js";
import { STYLE_CODE } from "../text/style-codes.js";

/** A part of a text, by the positions of its first character and of the one behind its last; behind the text's end where something is missing there. */
export interface MarkedPart {
  readonly from: number;
  readonly to: number;
}

/**
 * `^^^` for each line that a value was wrapped into, under what of the marked part stands there; `null` under a line with nothing of it.
 *
 * @param lines the value as it is printed, the first behind a label, with blanks before each
 */
export function markLines(
  lines: readonly string[],
  value: string,
  { part: { from, to }, width }: { readonly part: MarkedPart; readonly width: number },
): readonly (string | null)[] {
  let end = 0;
  return lines.map((line, index) => {
    const plain = line
      .split(STYLE_CODE)
      .filter((part) => !STYLE_CODE.test(part))
      .join("");
    const text = index === 0 ? commonEnd(plain, value) : plain.trimStart();
    const start = value.indexOf(text, end);
    if (start < 0) return null;
    end = start + text.length;
    const [first, last] = [Math.max(from, start), end === value.length ? to : Math.min(to, end)];
    if (first >= last) return null;
    const before = displayWidth(plain.slice(0, plain.length - text.length)) + displayWidth(value.slice(start, first));
    const marked = displayWidth(value.slice(first, last)) + Math.max(last - Math.max(first, end), 0);
    return before + marked > width ? null : " ".repeat(before) + "^".repeat(marked);
  });
}

/** What a line ends with and the value begins with, the longest such text. */
function commonEnd(line: string, value: string): string {
  for (let length = Math.min(line.length, value.length); length > 0; length -= 1) if (line.endsWith(value.slice(0, length))) return value.slice(0, length);
  return "";
}
