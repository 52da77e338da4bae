import { type Json, nearestNames } from "@irsa-sim/core";
import { CONDITION_OPERATORS, isConditionOperator } from "../evaluation/conditions/find-operator.js";
import type { PolicyProblem } from "./policy-problem.js";
import { isObject } from "./values.js";

/**
 * An operator that IAM does not know, such as `stringEquals`: names are case-sensitive. One without keys is let through.
 *
 * @param condition a block that has the form of one
 * @see policies.md, item 4
 */
export function findConditionProblem(condition: Json | undefined): PolicyProblem | null {
  if (!isObject(condition)) return null;
  const unknown = Object.entries(condition).find(([operator, keys]) => !isConditionOperator(operator) && isObject(keys) && Object.keys(keys).length > 0)?.[0];
  if (unknown === undefined) return null;
  const [, set = "", name = "", ifExists = ""] = /^((?:ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/is.exec(unknown) ?? [];
  const [nearest] = nearestNames(name, CONDITION_OPERATORS);
  const meant = nearest === undefined || (nearest === "Null" && set + ifExists !== "") ? undefined : set + nearest + ifExists;
  const pointer = `/Condition/${unknown.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return { message: `Invalid Condition type : ${unknown}`, pointer, value: unknown, ...(meant === undefined ? {} : { expected: meant }) };
}
