/** What a service model can demand of a parameter (sts-and-iam.md, section 2.1). */

/** A text parameter; lengths in code points. */
export interface TextConstraint {
  /** As sent: `RoleArn`. */
  readonly name: string;
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
  readonly name: string;
  readonly min: number;
  readonly max: number;
}

/** All that an action's model demands, in the order in which violations are listed. */
export interface ActionConstraints {
  readonly texts: readonly TextConstraint[];
  readonly numbers: readonly NumberConstraint[];
}
