import { literalPattern, type Pattern, parsePattern } from "@irsa-sim/core/patterns";

/** What variables stand for: condition keys in lower case and their values; `null` in a policy whose `Version` knows no variables. */
export type Variables = ReadonlyMap<string, readonly string[]> | null;

/** `${aws:userid}`, `${aws:PrincipalTag/team, 'none'}`, `${*}`. */
const REFERENCE = /\$\{([^}]*)\}/;
const NAME_AND_DEFAULT = /^\s*(.*?)\s*(?:,\s*'(.*)'\s*)?$/s;

/**
 * Reads a policy's value and puts in what its variables stand for; wildcards in such a value are plain characters.
 *
 * @returns `null` when a variable has no value, or several
 * @see sts-and-iam.md, section 5.3
 */
export function readPattern(text: string, variables: Variables): Pattern | null {
  if (variables === null) return parsePattern(text);
  const read: Pattern[] = [];
  let rest = text;
  for (let match = REFERENCE.exec(rest); match !== null; match = REFERENCE.exec(rest)) {
    const value = variableValue(match[1] ?? "", variables);
    if (value === null) return null;
    read.push(parsePattern(rest.slice(0, match.index)), literalPattern(value));
    rest = rest.slice(match.index + match[0].length);
  }
  return [...read, parsePattern(rest)].flat();
}

function variableValue(reference: string, variables: NonNullable<Variables>): string | null {
  if (reference === "*" || reference === "?" || reference === "$") return reference;
  const [, name = "", fallback = null] = NAME_AND_DEFAULT.exec(reference) ?? [];
  const values = variables.get(name.toLowerCase()) ?? [];
  return values.length === 1 ? (values[0] ?? null) : values.length === 0 ? fallback : null;
}
