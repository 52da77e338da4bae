/**
 * Reads the names of containers to leave alone: the first record of the value as CSV, blanks significant, blank lines in front passed over.
 *
 * @returns no names when the value does not parse
 * @see webhook.md, section 5.3; RFC 4180
 */
export function parseSkipContainers(text: string): readonly string[] {
  const lines = text.replace(/\r$/, "").replaceAll("\r\n", "\n").replace(/^\n+/, "");
  return lines === "" ? [] : (parseRecord(lines) ?? []);
}

/** A quoted item may hold commas, line breaks and doubled quotes; a bare one none of them. */
function parseRecord(text: string): readonly string[] | null {
  const items: string[] = [];
  const item = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y;
  for (;;) {
    const match = item.exec(text);
    if (match === null) return null;
    items.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] !== ",") return items;
  }
}
