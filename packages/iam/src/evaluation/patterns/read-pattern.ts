import { literalPattern, type Pattern, parsePattern } from "@irsa-sim/core/patterns";

/** What variables stand for: condition keys in lower case and their values; `null` in a policy whose `Version` knows no variables. */
export type Variables = ReadonlyMap<string, readonly string[]> | null;

/** A policy's value with what its variables stand for. */
export interface ReadPattern {
  /** `null` when a variable has no value, or several: the value as a whole is null then, and nothing equals it. */
  readonly pattern: Pattern | null;
  /** The names of those variables, as written. */
  readonly unsetVariables: readonly string[];
}

/** `${aws:userid}`, `${aws:PrincipalTag/team, 'none'}`, `${*}`. */
const REFERENCE = /\$\{([^}]*)\}/;
const NAME_AND_DEFAULT = /^\s*(.*?)\s*(?:,\s*'(.*)'\s*)?$/s;

/**
 * Reads a policy's value and puts in what its variables stand for; wildcards in such a value are plain characters.
 *
 * @see sts-and-iam.md, section 5.3; policies.md, item 1
 */
export function readPattern(text: string, variables: Variables): ReadPattern {
  if (variables === null) return { pattern: parsePattern(text), unsetVariables: [] };
  const read: Pattern[] = [];
  const unsetVariables: string[] = [];
  let rest = text;
  for (let match = REFERENCE.exec(rest); match !== null; match = REFERENCE.exec(rest)) {
    const { name, value } = resolveReference(match[1] ?? "", variables);
    if (value === null) unsetVariables.push(name);
    read.push(parsePattern(rest.slice(0, match.index)), literalPattern(value ?? ""));
    rest = rest.slice(match.index + match[0].length);
  }
  return { pattern: unsetVariables.length > 0 ? null : [...read, parsePattern(rest)].flat(), unsetVariables };
}

function resolveReference(reference: string, variables: NonNullable<Variables>): { readonly name: string; readonly value: string | null } {
  if (reference === "*" || reference === "?" || reference === "$") return { name: reference, value: reference };
  const [, name = "", fallback = null] = NAME_AND_DEFAULT.exec(reference) ?? [];
  const values = variables.get(name.toLowerCase()) ?? [];
  return { name, value: values.length === 1 ? (values[0] ?? null) : values.length === 0 ? fallback : null };
}
