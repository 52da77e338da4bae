/** What the source of a generated file has to say otherwise. */
export interface SourceChange {
  /** Of a resource, such as `module.payments.aws_iam_role.this[0]`; of the CDK the path of its construct. */
  readonly address: string;
  /** Such as `assume_role_policy`. */
  readonly attribute: string;
  /** What the attribute is made from, as far as the file tells it, from the nearest on: a data source with its block, a variable, a module's argument. */
  readonly comesFrom: readonly string[];
  readonly values: readonly ChangedValue[];
}

/** A value in an attribute. */
export interface ChangedValue {
  /** RFC 6901, into the attribute, also where it is a document in a text. */
  readonly pointer: string;
  /** `null` where there was nothing. */
  readonly was: string | null;
  /** `null` where there is nothing. */
  readonly is: string | null;
}
