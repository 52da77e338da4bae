import type { Pattern } from "@irsa-sim/core/patterns";

/** How one value of the request is compared with one value of the policy. */
export interface ConditionOperator {
  /** `StringEquals`. */
  readonly name: string;
  /** The operator that asks for the opposite, `StringNotEquals`; `null` when there is none. */
  readonly negatedName: string | null;
  /** Whether `${…}` in the policy's value is a variable. */
  readonly expandsVariables: boolean;
  matches(actual: string, expected: Pattern): boolean;
}
