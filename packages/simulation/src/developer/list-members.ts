/** A list in AWS's query protocol: `Name.member.1`, `Name.member.2`, … */
export function listMembers(name: string, values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [`${name}.member.${index + 1}`, value]));
}

/** Tags in AWS's query protocol: `Tags.member.1.Key`, `Tags.member.1.Value`, … */
export function listTags(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).flatMap(([key, value], index) => [
      [`Tags.member.${index + 1}.Key`, key],
      [`Tags.member.${index + 1}.Value`, value],
    ]),
  );
}
