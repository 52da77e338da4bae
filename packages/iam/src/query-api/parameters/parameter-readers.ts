/** Readers of single parameters; a value that breaks a rule is refused with a clause (sts-and-iam.md, section 2.2). */
import { IAM_FAULTS } from "../iam-fault.js";
import { listParameter, type QueryRequest } from "../query-protocol.js";
import { allConstraints, brokenConstraints, type TextRule } from "./parameter-rules.js";

/** Reads one parameter; what it returns counts only if it did not `refuse`. */
export type ParameterReader<T> = (query: QueryRequest, name: string, refuse: (clause: string) => void) => T;

/** A text that must be there. */
export function required(rule: TextRule): ParameterReader<string> {
  return (query, name, refuse) => {
    const value = optional(rule)(query, name, refuse);
    if (value === null) refuse(clause(null, name, "Member must not be null"));
    return value ?? "";
  };
}

/** A text, or `null` without one. */
export function optional(rule: TextRule): ParameterReader<string | null> {
  return ({ parameters }, name, refuse) => {
    const value = parameters.get(name) ?? null;
    if (value !== null) for (const constraint of brokenConstraints(rule, value)) refuse(clause(value, name, constraint));
    return value;
  };
}

/** One of a set of words, or `null` without one. */
export function oneOf(words: readonly string[]): ParameterReader<string | null> {
  return ({ parameters }, name, refuse) => {
    const value = parameters.get(name) ?? null;
    if (value !== null && !words.includes(value)) refuse(clause(value, name, `Member must satisfy enum value set: [${words.join(", ")}]`));
    return value;
  };
}

/** A whole number within bounds, or `null` without one. Throws `MalformedInput` for what is no number, as all services of the query protocol do. */
export function integer({ min, max }: { readonly min: number; readonly max: number }): ParameterReader<number | null> {
  return ({ parameters }, name, refuse) => {
    const text = parameters.get(name);
    if (text === undefined) return null;
    const value = Number(text);
    if (!/^[+-]?\d+$/.test(text) || Math.abs(value) >= 2 ** 31) throw IAM_FAULTS.malformedInput(text);
    if (value > max) refuse(clause(text, name, `Member must have value less than or equal to ${max}`));
    if (value < min) refuse(clause(text, name, `Member must have value greater than or equal to ${min}`));
    return value;
  };
}

/** `true` or `false`, `false` without one. Differs from AWS, perhaps, in the code for what is neither: `MalformedInput`. */
export const flag: ParameterReader<boolean> = ({ parameters }, name) => {
  const text = parameters.get(name) ?? "false";
  if (!/^(?:true|false)$/i.test(text)) throw IAM_FAULTS.malformedInput(text);
  return text.toLowerCase() === "true";
};

/** A list of texts; empty without one. */
export function listOf(rule: TextRule): ParameterReader<readonly string[]> {
  return (query, name, refuse) => {
    const values = listParameter(query, name);
    if (values.some((value) => brokenConstraints(rule, value).length > 0))
      refuse(clause(`[${values.join(", ")}]`, name, `Member must satisfy constraint: [${allConstraints(rule).join(", ")}]`));
    return values;
  };
}

/** One clause of a `ValidationError`; the member's name begins in lower case. */
export function clause(value: string | null, name: string, constraint: string): string {
  const shown = value === null ? "null" : `'${value}'`;
  return `Value ${shown} at '${name[0]?.toLowerCase()}${name.slice(1)}' failed to satisfy constraint: ${constraint}`;
}
