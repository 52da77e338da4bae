/** Reads a shared credentials file: section name to its keys; what is no section and no `key = value` is passed over, as the SDKs do. */
export function parseIni(text: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const sections = new Map<string, Record<string, string>>();
  let section: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[\s*(?:profile\s+)?([^\]]+?)\s*\]/.exec(line)?.[1];
    const entry = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line);
    if (header !== undefined) {
      section = sections.get(header) ?? {};
      sections.set(header, section);
    } else if (entry !== null) {
      section[(entry[1] as string).toLowerCase()] = entry[2] as string;
    }
  }
  return sections;
}
