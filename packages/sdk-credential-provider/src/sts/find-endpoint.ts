/** The endpoint that the first of the variables names; `null` without one, and when the environment says that such variables do not count, which not every SDK minds. */
export function findEndpoint(environment: Readonly<Record<string, string>>, variables: readonly string[], mindsSwitch = true): string | null {
  if (mindsSwitch && environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === "true") return null;
  const name = variables.find((each) => (environment[each] ?? "") !== "");
  return name === undefined ? null : (environment[name] as string);
}
