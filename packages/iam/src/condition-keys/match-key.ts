/** Whether a key as a policy writes it is the documented one: case does not count, and a placeholder such as `<TagKey>` stands for any text. */
export function isKey(written: string, documented: string): boolean {
  const parts = documented.toLowerCase().split(/<\w+>/);
  const text = written.toLowerCase();
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    // A placeholder stands for one character at least, the last part for the end.
    const found = index === rest.length - 1 ? text.length - part.length : text.indexOf(part, at + 1);
    if (found < at + 1 || !text.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return true;
}
