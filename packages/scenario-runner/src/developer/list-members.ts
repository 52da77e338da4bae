/** A list in AWS's query protocol: `Name.member.1`, `Name.member.2`, … */
export function listMembers(name: string, values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [`${name}.member.${index + 1}`, value]));
}
