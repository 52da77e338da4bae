import type { Json } from "@irsa-sim/core";

/**
 * The values of a policy element, which may be one value or a list; numbers and booleans count as their text, a null within a list is passed over.
 *
 * @throws {Error} when a value is an object, which IAM never stores
 */
export function policyValues(element: Json): readonly string[] {
  if (Array.isArray(element)) return element.filter((value) => value !== null).flatMap(policyValues);
  if (element === null || typeof element === "object") throw new Error(`a policy element holds ${JSON.stringify(element)} where IAM allows values only`);
  return [String(element)];
}
