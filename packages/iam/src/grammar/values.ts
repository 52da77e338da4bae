import type { Json, JsonObject } from "@irsa-sim/core";

/** What IAM says when it does not say more. */
export const SYNTAX_ERRORS = "Syntax errors in policy.";

/** Whether a value is an object, and no list. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text or a list of texts as a list, in which AWS passes over a null; `null` for anything else. */
export function texts(value: Json | undefined): readonly string[] | null {
  const values = Array.isArray(value) ? value.filter((item) => item !== null) : [value];
  return values.every((item): item is string => typeof item === "string") ? values : null;
}

/** Whether a Condition block is operators with keys with values. */
export function isCondition(value: Json | undefined): boolean {
  return value === undefined || (isObject(value) && Object.values(value).every((keys) => isObject(keys) && Object.values(keys).every(isConditionValue)));
}

function isConditionValue(value: Json): boolean {
  return Array.isArray(value) ? value.every((item) => item !== null && typeof item !== "object") : value !== null && typeof value !== "object";
}
