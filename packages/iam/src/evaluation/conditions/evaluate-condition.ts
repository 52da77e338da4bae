import type { Json } from "@irsa-sim/core";
import type { ElementResult } from "../decision.js";
import { jsonPointer } from "../json-pointer.js";
import type { Variables } from "../patterns/read-pattern.js";
import { policyValues } from "../policy-values.js";
import { evaluateConditionKey } from "./evaluate-condition-key.js";

/** What a `Condition` block is evaluated with. */
export interface ConditionInput {
  /** Of the block: `/Statement/0/Condition`. */
  readonly pointer: string;
  /** The request's keys, in lower case. */
  readonly context: ReadonlyMap<string, readonly string[]>;
  readonly variables: Variables;
}

/** Evaluates a `Condition` block: one result for every key under every operator, all of which must match. */
export function evaluateCondition(condition: Json, { pointer, context, variables }: ConditionInput): readonly ElementResult[] {
  return Object.entries(block(condition, pointer)).flatMap(([operator, keys]) =>
    Object.entries(block(keys, jsonPointer(pointer, operator))).map(([conditionKey, value]): ElementResult => {
      const actual = context.get(conditionKey.toLowerCase()) ?? [];
      const result = evaluateConditionKey({ operator, values: policyValues(value), actual, variables });
      return { element: "Condition", pointer: jsonPointer(pointer, operator, conditionKey), operator, conditionKey, actual, ...result };
    }),
  );
}

function block(value: Json, pointer: string): { readonly [key: string]: Json } {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Error(`${pointer} is no object; IAM would not have stored it`);
  return value as { readonly [key: string]: Json };
}
