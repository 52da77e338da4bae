import type { ActionConstraints, TextConstraint } from "./constraints.js";
import { parseInt32 } from "./parse-int32.js";

/** One parameter that breaks one rule. */
export interface Violation {
  /** As sent: `RoleArn`. */
  readonly parameter: string;
  /** `Member must not be null`. */
  readonly rule: string;
  /** AWS's whole clause: `Value null at 'roleArn' failed to satisfy constraint: Member must not be null`. */
  readonly clause: string;
}

/**
 * Holds the parameters against the service model; every violation is found, not only the first.
 *
 * @param parameters by wire name; numbers must be readable already
 * @see sts-and-iam.md, section 2.2
 */
export function findViolations(parameters: ReadonlyMap<string, string>, { texts, numbers }: ActionConstraints): readonly Violation[] {
  const ofTexts = texts.flatMap((constraint) => {
    const value = parameters.get(constraint.name) ?? null;
    return brokenTextRules(constraint, value).map((rule) => violation(constraint, value, rule));
  });
  const ofNumbers = numbers.flatMap(({ name, min, max }) => {
    const number = parseInt32(parameters.get(name) ?? String(min));
    if (number === null || (number >= min && number <= max)) return [];
    const rule = number < min ? `Member must have value greater than or equal to ${min}` : `Member must have value less than or equal to ${max}`;
    return [violation({ name, sensitive: false }, String(number), rule)];
  });
  return [...ofTexts, ...ofNumbers];
}

function brokenTextRules({ required, minLength, maxLength, pattern }: TextConstraint, value: string | null): readonly string[] {
  if (value === null) return required ? ["Member must not be null"] : [];
  const length = [...value].length;
  return [
    ...(pattern !== null && !new RegExp(`^(?:${pattern})$`).test(value) ? [`Member must satisfy regular expression pattern: ${pattern}`] : []),
    ...(length > maxLength ? [`Member must have length less than or equal to ${maxLength}`] : []),
    ...(length < minLength ? [`Member must have length greater than or equal to ${minLength}`] : []),
  ];
}

function violation({ name, sensitive }: Pick<TextConstraint, "sensitive"> & { readonly name: string }, value: string | null, rule: string): Violation {
  const shown = value === null ? " null" : sensitive ? "" : ` '${value}'`;
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  return { parameter: name, rule, clause: `Value${shown} at '${member}' failed to satisfy constraint: ${rule}` };
}
