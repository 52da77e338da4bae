import { arnEquals } from "./arn-equals.js";
import { arnLike } from "./arn-like.js";
import { binaryEquals } from "./binary-equals.js";
import { bool } from "./bool.js";
import type { ConditionOperator } from "./condition-operator.js";
import { dateOperators } from "./date-operators.js";
import { ipAddress } from "./ip-address.js";
import { numericOperators } from "./numeric-operators.js";
import { parseOperatorName } from "./parse-operator-name.js";
import { stringEquals } from "./string-equals.js";
import { stringEqualsIgnoreCase } from "./string-equals-ignore-case.js";
import { stringLike } from "./string-like.js";

/** Every operator that is understood, but `Null`; a new one is a file of its own and a name here. */
const OPERATORS: readonly ConditionOperator[] = [
  stringEquals,
  stringEqualsIgnoreCase,
  stringLike,
  ...numericOperators,
  ...dateOperators,
  bool,
  binaryEquals,
  ipAddress,
  arnEquals,
  arnLike,
];

/** An operator as a policy uses it. */
export interface FoundOperator {
  readonly operator: ConditionOperator;
  /** Whether the policy used the name that asks for the opposite. */
  readonly negated: boolean;
}

const BY_NAME: ReadonlyMap<string, FoundOperator> = new Map(
  OPERATORS.flatMap((operator): readonly (readonly [string, FoundOperator])[] => [
    [operator.name, { operator, negated: false }],
    ...(operator.negatedName === null ? [] : [[operator.negatedName, { operator, negated: true }] as const]),
  ]),
);

/** Finds an operator by its bare name, without set prefix and `IfExists`; `null` when it is not understood. */
export function findOperator(name: string): FoundOperator | null {
  return BY_NAME.get(name) ?? null;
}

/** All names that a policy may use, without set prefix and `IfExists`. */
export const CONDITION_OPERATORS: readonly string[] = [...BY_NAME.keys(), "Null"];

/** Whether a policy may use an operator, as it spells it; `Null` takes neither a set nor `IfExists`. */
export function isConditionOperator(text: string): boolean {
  const { name, set, ifExists } = parseOperatorName(text);
  return name === "Null" ? set === null && !ifExists : findOperator(name) !== null;
}
