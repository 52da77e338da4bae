/**
 * What the service model demands of each parameter of AssumeRoleWithWebIdentity.
 * Leaves out: the members of `PolicyArns`.
 * @see sts-and-iam.md, section 2.1
 */

/** A text parameter; lengths in code points. */
export interface TextConstraint {
  readonly name: "RoleArn" | "RoleSessionName" | "WebIdentityToken" | "ProviderId" | "Policy";
  readonly required: boolean;
  /** AWS leaves the value out of its messages. */
  readonly sensitive: boolean;
  readonly minLength: number;
  readonly maxLength: number;
  /** As AWS prints it; the whole value must match. */
  readonly pattern: string | null;
}

/** A whole-number parameter, 32 bits. */
export interface NumberConstraint {
  readonly name: "DurationSeconds" | "MinimumSessionTokenSize";
  readonly min: number;
  readonly max: number;
}

const text = { required: false, sensitive: false, pattern: null } as const;

/** The text parameters, in the order in which their violations are listed. */
export const TEXT_CONSTRAINTS: readonly TextConstraint[] = [
  {
    ...text,
    name: "RoleArn",
    required: true,
    minLength: 20,
    maxLength: 2048,
    pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+",
  },
  { ...text, name: "RoleSessionName", required: true, minLength: 2, maxLength: 64, pattern: "[\\w+=,.@-]*" },
  { ...text, name: "WebIdentityToken", required: true, sensitive: true, minLength: 4, maxLength: 20_000 },
  { ...text, name: "ProviderId", minLength: 4, maxLength: 2048 },
  { ...text, name: "Policy", minLength: 1, maxLength: 2048, pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+" },
];

/** The number parameters, in the order in which their violations are listed. */
export const NUMBER_CONSTRAINTS: readonly NumberConstraint[] = [
  { name: "DurationSeconds", min: 900, max: 43_200 },
  { name: "MinimumSessionTokenSize", min: 0, max: 4096 },
];
