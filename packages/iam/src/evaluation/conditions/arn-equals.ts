import { matchArn } from "../patterns/match-arn.js";
import type { ConditionOperator } from "./condition-operator.js";

/** The same as `ArnLike`: wildcards count, each of the six parts for itself. */
export const arnEquals: ConditionOperator = {
  name: "ArnEquals",
  negatedName: "ArnNotEquals",
  expandsVariables: true,
  matches: (actual, expected) => matchArn(expected, actual),
};
