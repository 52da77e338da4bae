/**
 * What is not known before it is applied, such as the ARN of a role that is yet to be made, stands in a text by its name between these marks, which no ARN, URL or
 * name can have.
 */
const UNKNOWN = /\u27e8([^\u27e8\u27e9]+)\u27e9/g;

/** The text that stands for a value that is not known, by the name under which it is found in its file. */
export function unknownText(name: string): string {
  // Colons part an ARN.
  return `\u27e8${name.replaceAll(/[\u27e8\u27e9]/g, "").replaceAll(/:+/g, ".")}\u27e9`;
}

/** The names of what is not known in a text, each once. */
export function unknownsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(UNKNOWN)].map(([, name = ""]) => name))];
}

/** The text with what is known by now; the rest stays unknown. */
export function bindUnknowns(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(UNKNOWN, (whole, name: string) => values.get(name) ?? whole);
}
