/** No line that a terminal broke is shorter. */
const NARROWEST = 60;

/** A text as it was, had a terminal broken its long lines in the middle of words: each goes on in the next, unless that is indented. */
export function unwrapped(text: string): string {
  const lines = text.split("\n");
  return lines.map((line, index) => (line.length >= NARROWEST && /^\S/.test(lines[index + 1] ?? "") ? line : `${line}\n`)).join("");
}
