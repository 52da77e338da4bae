import { arnEquals } from "./arn-equals.js";
import type { ConditionOperator } from "./condition-operator.js";

/** The same as `ArnEquals`. */
export const arnLike: ConditionOperator = { ...arnEquals, name: "ArnLike", negatedName: "ArnNotLike" };
