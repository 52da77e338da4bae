/** The names among `names` that are set to something. */
export function setVariables(environment: Readonly<Record<string, string>>, names: readonly string[]): readonly string[] {
  return names.filter((name) => (environment[name] ?? "") !== "");
}
