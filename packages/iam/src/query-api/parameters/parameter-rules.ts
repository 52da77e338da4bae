/** What IAM's model wants of the values of parameters (service model iam 2010-05-08). */

/** Lengths in characters, both inclusive, and a pattern for the whole value. */
export interface TextRule {
  readonly min: number;
  readonly max: number;
  readonly pattern?: string;
}

const NAME = String.raw`[\w+=,.@-]+`;

export const ROLE_NAME: TextRule = { min: 1, max: 64, pattern: NAME };
export const POLICY_NAME: TextRule = { min: 1, max: 128, pattern: NAME };
export const PATH: TextRule = { min: 1, max: 512, pattern: String.raw`(\u002F)|(\u002F[\u0021-\u007E]+\u002F)` };
export const PATH_PREFIX: TextRule = { min: 1, max: 512, pattern: String.raw`\u002F[\u0021-\u007F]*` };
export const ROLE_DESCRIPTION: TextRule = { min: 0, max: 1000, pattern: String.raw`[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*` };
export const POLICY_DESCRIPTION: TextRule = { min: 0, max: 1000 };
export const ARN: TextRule = { min: 20, max: 2048 };
export const DOCUMENT: TextRule = { min: 1, max: 131_072, pattern: String.raw`[\u0009\u000A\u000D\u0020-\u00FF]+` };
export const VERSION_ID: TextRule = { min: 0, max: 2048, pattern: String.raw`v[1-9][0-9]*(\.[A-Za-z0-9-]*)?` };
export const MARKER: TextRule = { min: 1, max: 320, pattern: String.raw`[\u0020-\u00FF]+` };
export const CLIENT_ID: TextRule = { min: 1, max: 255 };
export const PROVIDER_URL: TextRule = { min: 1, max: 255 };
export const THUMBPRINT: TextRule = { min: 40, max: 40 };
export const TAG_KEY: TextRule = { min: 1, max: 128, pattern: String.raw`[\p{L}\p{Z}\p{N}_.:/=+\-@]+` };
export const TAG_VALUE: TextRule = { min: 0, max: 256, pattern: String.raw`[\p{L}\p{Z}\p{N}_.:/=+\-@]*` };

/**
 * The constraints of a rule that a value breaks, in IAM's words.
 * Differs from IAM, perhaps, in the order when a length and a pattern are broken: AWS's own is not stable; and for some names IAM has a sentence of its own.
 *
 * @see sts-and-iam.md, section 2.2
 */
export function brokenConstraints({ min, max, pattern }: TextRule, value: string): readonly string[] {
  const length = [...value].length;
  return [
    ...(length > max ? [lengthAtMost(max)] : []),
    ...(length < min ? [lengthAtLeast(min)] : []),
    ...(pattern !== undefined && !new RegExp(`^(?:${pattern})$`, "u").test(value) ? [patternOf(pattern)] : []),
  ];
}

/** All constraints of a rule, as IAM lists them for a member of a list. */
export function allConstraints({ min, max, pattern }: TextRule): readonly string[] {
  return [lengthAtMost(max), lengthAtLeast(min), ...(pattern === undefined ? [] : [patternOf(pattern)])];
}

export const lengthAtMost = (max: number): string => `Member must have length less than or equal to ${max}`;
const lengthAtLeast = (min: number): string => `Member must have length greater than or equal to ${min}`;
const patternOf = (pattern: string): string => `Member must satisfy regular expression pattern: ${pattern}`;
